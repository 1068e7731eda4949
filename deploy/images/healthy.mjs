// Ends with 0 when the service in whose image it lies is ready: the check of a container, which has no shell.
import { readFileSync } from 'node:fs';
import { connect } from '@nats-io/transport-node';
import { natsOptions } from '@redress/messaging/nats-options';

const PATIENCE_MS = 3_000;
const service =
  process.argv[2] ?? JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')).name;

/** Who listens at every address is asked at the nearest. */
const reached = (host = '0.0.0.0') => (['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host);

const answers = async (url) => (await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) })).ok;

const isHealthy = async () => {
  if (service === 'gateway' || service === 'embedded')
    return answers(
      `http://${reached(process.env.REDRESS_HOST)}:${process.env.REDRESS_PORT ?? 3000}/api/health/ready`,
    );
  const connection = await connect({ ...natsOptions(), reconnect: false, waitOnFirstConnect: false });
  const question = JSON.stringify({ pattern: `${service}.health`, data: {}, id: 'health' });
  const answer = await connection.request(`${service}.health`, question, { timeout: PATIENCE_MS });
  return answer.json().response?.service === service;
};

try {
  process.exit((await isHealthy()) ? 0 : 1);
} catch (error) {
  console.error(`${service} does not answer: ${error.message}`);
  process.exit(1);
}
