import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ROOT as HERE } from '../architecture/sources.js';

type Member = { readonly _id: number; readonly host: string };
type Command = Readonly<Record<string, unknown>>;
type Auth = { readonly username: string; readonly password: string };
class ServerError extends Error {
  constructor(readonly code: number) {
    super(`code ${String(code)}`);
  }
}

/** A server as its documentation says it is: whoever comes before there is an account may make the first one, and no more. */
class Server {
  members: Member[] = [];
  version = 0;
  readonly users = new Map<string, { pwd: string; roles: unknown }>();
  primaryAfter = 3;

  readonly connect = (auth?: Auth) => {
    if (auth && this.users.get(auth.username)?.pwd !== auth.password)
      return Promise.reject(new ServerError(18));
    const command = (asked: Command): Promise<Command> => {
      if (!auth && this.users.size > 0 && !('hello' in asked)) return Promise.reject(new ServerError(13));
      return Promise.resolve().then(() => this.answer(asked));
    };
    return Promise.resolve({ db: () => ({ command }), close: () => Promise.resolve() });
  };

  private answer(asked: Command): Command {
    if (asked['hello']) return { isWritablePrimary: (this.primaryAfter -= 1) <= 0 };
    if (asked['replSetInitiate']) {
      if (this.version > 0) throw new ServerError(23);
      const { members } = asked['replSetInitiate'] as { members: Member[] };
      [this.members, this.version] = [members, 1];
    }
    if (asked['replSetGetConfig'])
      return { config: { _id: 'rs0', version: this.version, members: this.members } };
    if (asked['replSetReconfig']) {
      const { members, version } = asked['replSetReconfig'] as { members: Member[]; version: number };
      if (version !== this.version + 1 || members.length !== this.members.length + 1)
        throw new ServerError(103);
      [this.members, this.version] = [members, version];
    }
    const [name, is] = [asked['createUser'] ?? asked['updateUser'], asked];
    if (asked['updateUser'] && !this.users.has(name as string)) throw new ServerError(11);
    if (name) this.users.set(name as string, { pwd: is['pwd'] as string, roles: is['roles'] });
    return { ok: 1 };
  }
}

type Wanted = {
  readonly connect: Server['connect'];
  readonly root: Auth;
  readonly members: readonly string[];
  readonly prefix: string;
  readonly accounts: readonly (Auth & { readonly service: string })[];
  readonly say: (line: string) => void;
};
const { setUp } = (await import(join(HERE, 'deploy/compose/mongodb-set.mjs'))) as {
  setUp: (wanted: Wanted) => Promise<void>;
};

const ROOT = { username: 'root', password: 'of root' };
const run = async (
  server: Server,
  members = ['mongodb:27017'],
  password = 'of intake',
  service = 'intake',
): Promise<readonly string[]> => {
  const said: string[] = [];
  await setUp({
    connect: server.connect,
    root: ROOT,
    members,
    prefix: 'redress',
    accounts: [{ service, username: `redress-${service}`, password }],
    say: (line) => said.push(line),
  });
  return said;
};

describe('the set of MongoDB', () => {
  it('is made of one server, with an account for a service that may use its own database', async () => {
    const server = new Server();
    expect(await run(server)).toEqual([
      'a replica set of mongodb:27017 was made',
      'the account redress-intake was made',
    ]);
    expect(server.members.map(({ host }) => host)).toEqual(['mongodb:27017']);
    expect(server.users.get('root')?.roles).toEqual(['root']);
    expect(server.users.get('redress-intake')?.roles).toEqual([{ role: 'readWrite', db: 'redress_intake' }]);
  });

  it('lets the directory and identity use a second database, for keys and secrets', async () => {
    const server = new Server();
    await run(server, undefined, undefined, 'directory');
    await run(server, undefined, undefined, 'identity');
    for (const service of ['directory', 'identity'])
      expect(server.users.get(`redress-${service}`)?.roles).toEqual([
        { role: 'readWrite', db: `redress_${service}` },
        { role: 'readWrite', db: `redress_${service}_keys` },
      ]);
  });

  it('is left as it is by a second run', async () => {
    const server = new Server();
    await run(server);
    const { version } = server;
    expect(await run(server)).toEqual([]);
    expect([server.version, server.users.size]).toEqual([version, 2]);
  });

  it('goes on where a run was interrupted before there was an account', async () => {
    const server = new Server();
    server.members = [{ _id: 0, host: 'mongodb:27017' }];
    server.version = 1;
    expect(await run(server)).toEqual(['the account redress-intake was made']);
  });

  it('grows by one server at a time', async () => {
    const server = new Server();
    await run(server);
    const three = ['mongodb:27017', 'mongodb-2:27017', 'mongodb-3:27017'];
    expect(await run(server, three)).toEqual([
      'mongodb-2:27017 was added to the replica set',
      'mongodb-3:27017 was added to the replica set',
    ]);
    expect(server.members.map(({ _id, host }) => [_id, host])).toEqual(three.map((host, id) => [id, host]));
  });

  it('takes a password that was changed', async () => {
    const server = new Server();
    await run(server);
    await run(server, undefined, 'another');
    expect(server.users.get('redress-intake')?.pwd).toBe('another');
  });

  it('fails on what it does not expect, such as an account of root with another password', async () => {
    const server = new Server();
    server.users.set('root', { pwd: 'not ours', roles: ['root'] });
    await expect(run(server)).rejects.toThrow('code 13');
  });
});
