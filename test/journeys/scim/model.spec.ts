import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { postIdOf } from '@redress/contracts/directory/ids';
import fc from 'fast-check';
import { DirectoryModule } from '../../../services/directory/src/directory.module.js';
import { startSystem, type System } from '../system.js';
import { Connector, ENTERPRISE, membersOf, USER } from './connector.js';

// Whatever a connector does in whatever order, the posts are held by whom a model of a few lines says.

const USERS = ['R1', 'R2', 'R3'] as const;
const POSTS = ['P1', 'P2'] as const;
type User = (typeof USERS)[number];
type Post = (typeof POSTS)[number];
const OPERATIONS = [
  'create',
  'delete',
  'activate',
  'deactivate',
  'rename',
  'add',
  'remove',
  'replace',
  'put',
  'empty',
] as const;
type Step = { readonly op: (typeof OPERATIONS)[number]; readonly user: User; readonly post: Post };

const step = fc.record({
  op: fc.constantFrom(...OPERATIONS, 'add', 'remove', 'replace'),
  user: fc.constantFrom(...USERS),
  post: fc.constantFrom(...POSTS),
}) satisfies fc.Arbitrary<Step>;

let system: System;
let connector: Connector;
const ids = new Map<User, string>();

beforeAll(async () => {
  system = await startSystem({ directory: DirectoryModule });
  connector = await Connector.at(system, POSTS);
  for (const user of USERS) {
    const { body } = await connector.ask('POST', '/Users', userOf(user));
    ids.set(user, String(body['id']));
  }
});
afterAll(() => system.stop());

const userOf = (user: User): object => ({
  schemas: [USER, ENTERPRISE],
  userName: `${user}@example.org`,
  displayName: user,
  [ENTERPRISE]: { employeeNumber: user },
});
const groupAt = (post: Post): string => `/Groups/${postIdOf(post)}`;
const idOf = (user: User): string => ids.get(user) ?? '';

const done = async ({ op, user, post }: Step): Promise<number> => {
  const id = idOf(user);
  const members = [{ value: id }];
  const patched = (at: string, operation: object) => connector.patch(at, operation);
  const active = (value: unknown) => patched(`/Users/${id}`, { op: 'Replace', path: 'active', value });
  const act = {
    create: () => connector.ask('POST', '/Users', userOf(user)),
    delete: () => connector.ask('DELETE', `/Users/${id}`),
    activate: () => active('True'),
    deactivate: () => active(false),
    rename: () => patched(`/Users/${id}`, { op: 'replace', value: { displayName: `${user} anew` } }),
    add: () => patched(groupAt(post), { op: 'Add', path: 'members', value: members }),
    remove: () => patched(groupAt(post), { op: 'remove', path: `members[value eq "${id}"]` }),
    replace: () => patched(groupAt(post), { op: 'replace', path: 'members', value: members }),
    put: () => connector.ask('PUT', groupAt(post), { displayName: post, members }),
    empty: () => connector.ask('DELETE', groupAt(post)),
  };
  const { status } = await act[op]();
  return status;
};

/** What is there, and what a connector must be told. */
class Model {
  readonly users = new Map<User, 'active' | 'inactive' | 'gone'>(USERS.map((user) => [user, 'active']));
  readonly holders = new Map<Post, User>();

  does({ op, user, post }: Step): number {
    const is = this.users.get(user);
    const holder = this.holders.get(post);
    switch (op) {
      case 'create':
        if (is !== 'gone') return 409;
        this.users.set(user, 'active');
        return 201;
      case 'delete':
        if (is === 'gone') return 404;
        return this.leaves(user, 'gone', 204);
      case 'activate':
        if (is !== 'gone') this.users.set(user, 'active');
        return is === 'gone' ? 404 : 200;
      case 'deactivate':
        return is === 'gone' ? 404 : this.leaves(user, 'inactive', 200);
      case 'rename':
        return is === 'gone' ? 404 : 200;
      case 'remove':
        if (holder === user) this.holders.delete(post);
        return 200;
      case 'empty':
        this.holders.delete(post);
        return 204;
      case 'add':
        if (holder !== undefined && holder !== user) return 400;
        return this.takes(user, post);
      case 'replace':
      case 'put':
        return this.takes(user, post);
    }
  }

  private takes(user: User, post: Post): number {
    if (this.users.get(user) !== 'active') return 400;
    this.holders.set(post, user);
    return 200;
  }

  private leaves(user: User, to: 'inactive' | 'gone', status: number): number {
    this.users.set(user, to);
    for (const [post, holder] of this.holders) if (holder === user) this.holders.delete(post);
    return status;
  }
}

const begin = async (): Promise<void> => {
  for (const post of POSTS) expect((await connector.ask('DELETE', groupAt(post))).status).toBe(204);
  for (const user of USERS) {
    const { status } = await connector.patch(`/Users/${idOf(user)}`, {
      op: 'replace',
      path: 'active',
      value: true,
    });
    if (status === 404) expect((await connector.ask('POST', '/Users', userOf(user))).status).toBe(201);
  }
};

const isAsIn = async (model: Model): Promise<void> => {
  for (const post of POSTS) {
    const holder = model.holders.get(post);
    expect([post, membersOf(await connector.ask('GET', groupAt(post)))]).toEqual([
      post,
      holder ? [idOf(holder)] : [],
    ]);
    // Who acts in it is no second truth: only whoever holds it is issued a token.
    for (const rosterNumber of USERS) {
      const { status } = await connector.byOperator('POST', '/tokens', { post, rosterNumber });
      expect([post, rosterNumber, status]).toEqual([post, rosterNumber, rosterNumber === holder ? 201 : 422]);
    }
  }
  for (const user of USERS) {
    const { status, body } = await connector.ask('GET', `/Users/${idOf(user)}`);
    const is = status === 404 ? 'gone' : body['active'] === true ? 'active' : 'inactive';
    expect([user, is]).toEqual([user, model.users.get(user)]);
  }
};

it('any sequence leaves the same holders as the model, and each answer is as it says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      await begin();
      const model = new Model();
      for (const one of steps) expect([one, await done(one)]).toEqual([one, model.does(one)]);
      await isAsIn(model);
    }),
    { numRuns: 12, endOnFailure: true },
  );
});
