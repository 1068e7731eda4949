import type { NodeConnectionOptions } from '@nats-io/transport-node';

/**
 * How to reach the broker: `NATS_URL`, one address or several with commas between, the first of which may carry
 * `user:password@`. A process waits for the broker at its start, and never gives up looking for it.
 */
export const natsOptions = (
  url = process.env['NATS_URL'] ?? 'nats://127.0.0.1:4222',
): NodeConnectionOptions & { servers: string[] } => {
  const addresses = url.split(',').map((address) => parsed(address.trim()));
  const { username, password } = addresses[0] ?? new URL('nats://');
  return {
    servers: addresses.map(({ host }) => host),
    ...(username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : {}),
    ...(addresses.some(({ protocol }) => protocol === 'tls:') ? { tls: {} } : {}),
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    waitOnFirstConnect: true,
  };
};

const parsed = (address: string): URL => {
  const url = URL.parse(address.includes('://') ? address : `nats://${address}`);
  // Not quoted: it may carry a password.
  if (!url?.host || !['nats:', 'tls:'].includes(url.protocol))
    throw new Error('NATS_URL must be like nats://host:4222');
  return url;
};
