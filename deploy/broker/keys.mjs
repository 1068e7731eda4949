import { createUser, fromSeed } from '@nats-io/nkeys';
import { authorizationOf } from './authorization.mjs';
import { RIGHTS } from './rights.mjs';

/** Who signs in to the broker: each service, and the launcher, which only asks whether it is ready. */
export const SIGN_IN = [...Object.keys(RIGHTS), 'launcher'];

export const newSeed = () => new TextDecoder().decode(createUser().getSeed());

export const publicKeyOf = (seed) => fromSeed(new TextEncoder().encode(seed.trim())).getPublicKey();

/**
 * The part of the broker's configuration that says who may sign in, and what they may do then. It holds public keys only.
 *
 * @param {Readonly<Record<string, string>>} publicKeys of each that signs in
 */
export const authorizationFor = (publicKeys) =>
  authorizationOf(Object.fromEntries(SIGN_IN.map((name) => [name, publicKeys[name]])));
