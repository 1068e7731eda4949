// Ends with 0 when the service in whose image it lies is ready: the check of a container, which has no shell. It asks the process and
// not the broker: whoever may have a service asked something may have its answer sent anywhere.
import { readFileSync } from 'node:fs';

const PATIENCE_MS = 3_000;
const { REDRESS_HOST, REDRESS_PORT = '3000', REDRESS_METRICS_HOST, REDRESS_METRICS_PORT } = process.env;
const service =
  process.argv[2] ?? JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')).name;

/** Who listens at every address is asked at the nearest. */
const reached = (host = '0.0.0.0') => (['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host);

const address = ['gateway', 'embedded'].includes(service)
  ? `http://${reached(REDRESS_HOST)}:${REDRESS_PORT}/api/health/ready`
  : `http://${reached(REDRESS_METRICS_HOST)}:${REDRESS_METRICS_PORT}/health/ready`;

try {
  const { ok } = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
  process.exit(ok ? 0 : 1);
} catch (error) {
  console.error(`${service} does not answer: ${error.message}`);
  process.exit(1);
}
