import { resolve } from 'node:path';
import { Trouble } from './trouble.mjs';

/**
 * What can be set from outside, see docs/operations.md.
 *
 * @typedef {object} Settings
 * @property {string} data where everything is kept
 * @property {string} host the address on which the gateway listens
 * @property {number} port its port
 * @property {number | undefined} natsPort the broker's port; chosen when undefined
 * @property {number | undefined} metricsPort of the first process; each next one has the next
 * @property {string | undefined} natsUrl a broker that runs already; then none is started
 * @property {string | undefined} natsKeys the folder with the key of each service for that broker
 * @property {(service: string) => number} copiesOf how many of a service run
 */

/** More copies than this share a machine with nothing to gain. */
const MOST_COPIES = 9;

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Settings}
 */
export const settingsFrom = (env) => ({
  data: resolve(env.REDRESS_DATA || 'data'),
  host: env.REDRESS_HOST || '127.0.0.1',
  port: portFrom(env, 'REDRESS_PORT') ?? 3000,
  natsPort: portFrom(env, 'REDRESS_NATS_PORT'),
  metricsPort: portFrom(env, 'REDRESS_METRICS_PORT'),
  natsUrl: env.NATS_URL || undefined,
  natsKeys: env.REDRESS_NATS_KEYS ? resolve(env.REDRESS_NATS_KEYS) : undefined,
  copiesOf: copiesFrom(env.REDRESS_COPIES || '1'),
});

/** `2` of every service, or `intake:2,rectification:3`. Of the gateway there is one: it listens on one port. */
const copiesFrom = (set) => {
  const parts = set.split(',').map((part) => /^(?:([a-z]+):)?([1-9])$/.exec(part.trim()));
  const all = parts.find((part) => part && part[1] === undefined)?.[2] ?? '1';
  const some = new Map(parts.flatMap((part) => (part?.[1] ? [[part[1], Number(part[2])]] : [])));
  if (parts.includes(null) || some.has('gateway'))
    throw new Trouble(
      `REDRESS_COPIES is "${set}". It must be a number from 1 to ${MOST_COPIES}, for every service but the gateway, or be like ` +
        '"intake:2,rectification:3".',
    );
  return (service) => (service === 'gateway' ? 1 : (some.get(service) ?? Number(all)));
};

const portFrom = (env, name) => {
  if (!env[name]) return undefined;
  const port = Number(env[name]);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new Trouble(`${name} is "${env[name]}". It must be a port number from 1 to 65535.`);
};
