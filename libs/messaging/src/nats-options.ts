import { readFileSync } from 'node:fs';
import { type NodeConnectionOptions, nkeyAuthenticator, nkeys } from '@nats-io/transport-node';

/**
 * How to reach the broker: `NATS_URL`, one address or several with commas between, the first of which may carry
 * `user:password@`. Without one, the process signs in with its own key where `REDRESS_NATS_KEY_FILE` names the file of
 * its seed. A process waits for the broker at its start, and never gives up looking for it.
 */
export const natsOptions = (
  url = process.env['NATS_URL'] ?? 'nats://127.0.0.1:4222',
  keyFile = process.env['REDRESS_NATS_KEY_FILE'],
): NodeConnectionOptions & { servers: string[] } => {
  const addresses = url.split(',').map((address) => parsed(address.trim()));
  const { username, password } = addresses[0] ?? new URL('nats://');
  return {
    servers: addresses.map(({ host }) => host),
    ...(username
      ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
      : keyFile
        ? byKey(keyFile)
        : {}),
    ...(addresses.some(({ protocol }) => protocol === 'tls:') ? { tls: {} } : {}),
    maxReconnectAttempts: -1,
    // A broker that is begun again on a busy machine may be too busy to let somebody in, and says that of their key.
    ignoreAuthErrorAbort: true,
    reconnectTimeWait: 250,
    waitOnFirstConnect: true,
    // A server that is there and says nothing is left for another of the cluster.
    timeout: 5_000,
    pingInterval: 5_000,
    maxPingOut: 2,
  };
};

/** Answers come to a box that bears the key: what the broker lets nobody else read. */
const byKey = (file: string): Pick<NodeConnectionOptions, 'authenticator' | 'inboxPrefix'> => {
  const seed = new TextEncoder().encode(readFileSync(file, 'utf8').trim());
  return {
    authenticator: nkeyAuthenticator(seed),
    inboxPrefix: `_INBOX.${nkeys.fromSeed(seed).getPublicKey()}`,
  };
};

const parsed = (address: string): URL => {
  const url = URL.parse(address.includes('://') ? address : `nats://${address}`);
  // Not quoted: it may carry a password.
  if (!url?.host || !['nats:', 'tls:'].includes(url.protocol))
    throw new Error('NATS_URL must be like nats://host:4222');
  return url;
};
