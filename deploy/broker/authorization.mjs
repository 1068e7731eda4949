import { permissionsOf, RIGHTS } from './rights.mjs';

const SERVICES = Object.keys(RIGHTS);

/** The launcher only asks whether the broker is ready. */
const permissionsFor = (name, key) =>
  name === 'launcher'
    ? { publish: ['$JS.API.INFO'], subscribe: [`_INBOX.${key}.>`] }
    : permissionsOf(name, key);

const userOf = (name, key) => {
  const { publish, subscribe } = permissionsFor(name, key);
  const permissions = `{ publish: ${listed(publish)}, subscribe: ${listed(subscribe)}, allow_responses: true }`;
  return `{ nkey: ${key}, permissions: ${permissions} }, # ${name}`;
};

const listed = (subjects) => JSON.stringify([...new Set(subjects)]);

/** A machine that is overloaded takes more than the two seconds that the broker gives whoever signs in. */
const SIGN_IN_S = 10;

const block = (users) =>
  [
    'authorization {',
    `  timeout: ${SIGN_IN_S}`,
    '  users = [',
    ...users.map((user) => `    ${user}`),
    '  ]',
    '}',
    '',
  ].join('\n');

/** Who may sign in to the broker, and what they may do then. It holds public keys only. */
export const authorizationOf = (publicKeys) =>
  block(Object.entries(publicKeys).map(([name, key]) => userOf(name, key)));

/**
 * The same without the keys: what follows from the code is in the image, and the keys of an installation, of each service
 * `<service>_key` and `<service>_inbox`, are defined by a file that is included before it.
 */
export const authorizationByName = () =>
  block(
    SERVICES.map((name) =>
      userOf(name, `$${name}_key`).replaceAll(`"_INBOX.$${name}_key.>"`, `$${name}_inbox`),
    ),
  );
