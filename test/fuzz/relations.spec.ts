import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NatsServices } from '@redress/messaging/nats-services';
import { format } from 'prettier';
import { asked, type Row } from './relations.js';
import { reasonFor, tableOf } from './relations-table.js';
import { Sequence } from './sequence.js';
import type { Answered } from './sender.js';
import { AGAIN } from './trails/all.js';
import { World } from './world.js';

const TABLE = fileURLToPath(new URL('../../docs/who-may-do-what-by-route.md', import.meta.url));

const METHODS = ['ask', 'send'] as const;

const HOLDER = 'whoever holds the session, for themselves';
const SECRET = 'whoever has the password, invitation or proof';
const OPERATOR = 'the operator alone';
/** By what the operations begin with: of whom nothing about a unit is asked. */
const NOT_ASKED: Readonly<Record<string, string>> = {
  session: HOLDER,
  sessions: HOLDER,
  factors: HOLDER,
  enrolment: HOLDER,
  proofs: HOLDER,
  me: 'whoever is signed in, for themselves',
  ownToken: 'whoever acts by a key, for that key alone',
  opening: SECRET,
  passkeySignIn: SECRET,
  providers: SECRET,
  accounts: OPERATOR,
  registrations: 'anybody asks; whoever has the code of a request follows it, and fetches what it led to',
  deadLetters: OPERATOR,
  projections: OPERATOR,
  uploads: 'units, office and inspection, each for the files that they send',
};

let world: World;
let rows: readonly Row[];

beforeAll(async () => {
  world = await World.start();
  rows = await asked(world, AGAIN, (id) => reasonFor(id, NOT_ASKED) === '');
}, 300_000);
afterAll(() => world.stop());

it('every route has a row, or a reason why nobody asks about a unit by it', () => {
  const known = new Set(rows.map(({ operation }) => operation.id));
  const without = [...world.operations.keys()].filter(
    (id) => !known.has(id) && reasonFor(id, NOT_ASKED) === '',
  );
  expect(without).toEqual([]);
});

// To write it anew after the policy has changed: REDRESS_WRITE_TABLE=1 before the command that runs this spec.
it('is the table in docs/who-may-do-what-by-route.md', async () => {
  const written = tableOf(rows, [...world.operations.values()], NOT_ASKED);
  const expected = await format(written, { parser: 'markdown' });
  if (process.env['REDRESS_WRITE_TABLE'] === '1') writeFileSync(TABLE, expected);
  expect(readFileSync(TABLE, 'utf8')).toBe(expected);
});

describe('what is not yours', () => {
  it('is told of as what nobody made up, whatever is said about it', () => {
    // Whoever holds a receipt may say who they are as well; what is on public notice is there for all.
    const telling = rows.filter(
      ({ operation, tells }) =>
        tells.length > 0 && !/^(receipts|submittersFiles|notices)\./.test(operation.id),
    );
    expect(telling.map(({ operation, tells }) => [operation.id, ...tells])).toEqual([]);
  });

  /** How many requests to services one request makes, when nothing else goes on. */
  const costOf = async (path: string, token: string): Promise<readonly [Answered, number]> => {
    let least = Infinity;
    let answered: Answered | undefined;
    for (let time = 0; time < 4; time += 1) {
      let count = 0;
      const before = METHODS.map(
        (name) => Object.getOwnPropertyDescriptor(NatsServices.prototype, name) ?? {},
      );
      for (const [index, name] of METHODS.entries())
        Object.defineProperty(NatsServices.prototype, name, {
          ...before[index],
          value: function (this: NatsServices, ...args: unknown[]): unknown {
            count += 1;
            return Reflect.apply(before[index]?.value as () => unknown, this, args);
          },
        });
      const sent = {
        operation: path,
        who: 'stranger',
        method: 'GET',
        path,
        headers: { authorization: `Bearer ${token}` },
      };
      answered = await world.sender.send(sent);
      least = Math.min(least, count);
      for (const [index, name] of METHODS.entries())
        Object.defineProperty(NatsServices.prototype, name, before[index] ?? {});
    }
    if (!answered) throw new Error('nothing was asked');
    return [answered, least];
  };
  const looks = ({ status, headers, json }: Answered): unknown => [
    status,
    Object.keys(headers).toSorted(),
    { ...(json as object), instance: 'another each time' },
  ];

  it.each(['stranger', 'above', 'below'] as const)(
    'looks to %s like what is not there, and costs the same',
    async (who) => {
      const trail = AGAIN.find(({ name }) => name === 'cards are drawn, answered and appealed');
      const sequence = new Sequence(world);
      for (const step of trail?.steps ?? []) await sequence.take(step, 1);
      const token = world.cast.tokenOf(who) ?? '';
      for (const [name, path] of [
        ['taskId', '/api/tasks/ID'],
        ['issue', '/api/issues/ID'],
        ['opinion', '/api/opinions/ID'],
        ['taskId', '/api/tasks/ID/deadline/explanation'],
      ] as const) {
        const [theirs, cost] = await costOf(path.replace('ID', sequence.idOf(name)), token);
        const [nobodys, none] = await costOf(path.replace('ID', randomUUID()), token);
        expect([path, theirs.status, looks(theirs), cost]).toEqual([path, 404, looks(nobodys), none]);
      }
    },
  );
});
