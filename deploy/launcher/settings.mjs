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
 * @property {string | undefined} natsUrl a broker that runs already; then none is started
 */

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Settings}
 */
export const settingsFrom = (env) => ({
  data: resolve(env.REDRESS_DATA || 'data'),
  host: env.REDRESS_HOST || '127.0.0.1',
  port: portFrom(env, 'REDRESS_PORT') ?? 3000,
  natsPort: portFrom(env, 'REDRESS_NATS_PORT'),
  natsUrl: env.NATS_URL || undefined,
});

const portFrom = (env, name) => {
  if (!env[name]) return undefined;
  const port = Number(env[name]);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new Trouble(`${name} is "${env[name]}". It must be a port number from 1 to 65535.`);
};
