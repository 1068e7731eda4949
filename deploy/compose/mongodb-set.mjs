import { setTimeout as pause } from 'node:timers/promises';

/** Nobody of that name, or a server that belongs to no set yet and so has nobody. */
const NOT_KNOWN = [11, 13, 18, 94];
const UNKNOWN_USER = 11;
const AGAIN_MS = 250;
/** Whose keys or secrets are in a database beside that of their rows. */
const KEEPING_KEYS = ['directory', 'identity'];

/**
 * @typedef {object} Wanted
 * @property {(auth?: { username: string, password: string }) => Promise<import('mongodb').MongoClient>} connect
 * @property {{ username: string, password: string }} root
 * @property {readonly string[]} members host:port
 * @property {string} prefix how the databases begin
 * @property {readonly { service: string, username: string, password: string }[]} accounts
 * @property {(line: string) => void} say
 */

/** @param {Wanted} wanted */
export const setUp = async ({ connect, root, members, prefix, accounts, say }) => {
  const client = await asRoot(connect, root, members, say);
  try {
    const admin = client.db('admin');
    await haveMembers(admin, members, say);
    for (const { service, username, password } of accounts) {
      const databases = [
        `${prefix}_${service}`,
        ...(KEEPING_KEYS.includes(service) ? [`${prefix}_${service}_keys`] : []),
      ];
      const roles = databases.map((db) => ({ role: 'readWrite', db }));
      await haveUser(admin, { username, password, roles }, say);
    }
  } finally {
    await client.close();
  }
};

/** Signs in as root, which is made when nobody is there yet. */
const asRoot = async (connect, root, members, say) => {
  const known = await connect(root).catch(unless(NOT_KNOWN));
  if (known) return known;
  const stranger = await connect();
  try {
    const admin = stranger.db('admin');
    await admin.command({ replSetInitiate: configOf(members, 1) }).then(
      () => say(`a replica set of ${members.join(', ')} was made`),
      // Already initiated: a run before this one ended between the two.
      unless([23]),
    );
    await isPrimary(admin);
    await admin.command({ createUser: root.username, pwd: root.password, roles: ['root'] });
  } finally {
    await stranger.close();
  }
  return connect(root);
};

const configOf = (members, version) => ({
  _id: 'rs0',
  version,
  // The first prefers to lead: beside it this program runs.
  members: members.map((host, _id) => ({ _id, host, priority: _id === 0 ? 2 : 1 })),
});

/** A set with fewer members than are wanted gets the others, one at a time, as the server demands. */
const haveMembers = async (admin, members, say) => {
  await isPrimary(admin);
  for (;;) {
    const { config } = await admin.command({ replSetGetConfig: 1 });
    const missing = members.find((host) => !config.members.some((member) => member.host === host));
    if (missing === undefined) return;
    const _id = Math.max(...config.members.map((member) => member._id)) + 1;
    const next = [...config.members, { _id, host: missing, priority: 1 }];
    await admin.command({ replSetReconfig: { ...config, version: config.version + 1, members: next } });
    say(`${missing} was added to the replica set`);
    await isPrimary(admin);
  }
};

/** Waits for the election to be over, whoever won it must be the server that we speak with. */
const isPrimary = async (admin) => {
  while (!(await admin.command({ hello: 1 })).isWritablePrimary) await pause(AGAIN_MS);
};

const haveUser = async (admin, { username, password, roles }, say) => {
  const is = { pwd: password, roles };
  const updated = await admin.command({ updateUser: username, ...is }).catch(unless([UNKNOWN_USER]));
  if (updated) return;
  await admin.command({ createUser: username, ...is });
  say(`the account ${username} was made`);
};

const unless = (codes) => (error) => {
  if (!codes.includes(error.code)) throw error;
};
