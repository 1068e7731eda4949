// Ends with 0 when the service that is named answers the question for its health: the check of a container.
import { connect } from '@nats-io/transport-node';
import { natsOptions } from '@redress/messaging/nats-options';

const [, , service] = process.argv;
const PATIENCE_MS = 3_000;

if (service === 'gateway') {
  const url = `http://127.0.0.1:${process.env.REDRESS_PORT ?? 3000}/api/health/ready`;
  const { ok } = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
  process.exit(ok ? 0 : 1);
}
const connection = await connect({ ...natsOptions(), reconnect: false, waitOnFirstConnect: false });
const question = JSON.stringify({ pattern: `${service}.health`, data: {}, id: 'health' });
const answer = await connection.request(`${service}.health`, question, { timeout: PATIENCE_MS });
process.exit(answer.json().response?.service === service ? 0 : 1);
