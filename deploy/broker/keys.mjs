import { createUser, fromSeed } from '@nats-io/nkeys';
import { permissionsOf, RIGHTS } from './rights.mjs';

/** Who signs in to the broker: each service, and the launcher, which only asks whether it is ready. */
export const SIGN_IN = [...Object.keys(RIGHTS), 'launcher'];

export const newSeed = () => new TextDecoder().decode(createUser().getSeed());

export const publicKeyOf = (seed) => fromSeed(new TextEncoder().encode(seed.trim())).getPublicKey();

/**
 * The part of the broker's configuration that says who may sign in, and what they may do then. It holds public keys only.
 *
 * @param {Readonly<Record<string, string>>} publicKeys of each that signs in
 */
export const authorizationFor = (publicKeys) => {
  const users = SIGN_IN.map((name) => userOf(name, publicKeys[name]));
  return ['authorization {', '  users = [', ...users.map((user) => `    ${user}`), '  ]', '}', ''].join('\n');
};

const userOf = (name, key) => {
  const { publish, subscribe } =
    name === 'launcher'
      ? { publish: ['$JS.API.INFO'], subscribe: [`_INBOX.${key}.>`] }
      : permissionsOf(name, key);
  const permissions = `{ publish: ${listed(publish)}, subscribe: ${listed(subscribe)}, allow_responses: true }`;
  return `{ nkey: ${key}, permissions: ${permissions} }, # ${name}`;
};

const listed = (subjects) => JSON.stringify([...new Set(subjects)]);
