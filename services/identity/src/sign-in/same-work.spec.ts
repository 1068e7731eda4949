import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { streamOf, versioned } from '@redress/contracts/event';
import type { AccountEvent } from '@redress/contracts/identity/account.events';
import type { CaseId, Instant, MessageId, PersonId, Sha256 } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { SqliteSecrets } from '@redress/store-sqlite/sqlite-secrets';
import { randomUUID } from 'node:crypto';
import { accounts } from '../account/account.js';
import { Passwords } from '../password/passwords.js';
import type { People } from '../people/people.js';
import { SecondFactor } from '../second-factor/second-factor.js';
import type { Kinds } from '../secrets/secrets.js';
import { SessionKeeper } from '../sessions/session-keeper.js';
import { SessionSettings } from '../sessions/session-settings.js';
import { SignInHandler } from './sign-in.handler.js';
import { Throttle } from './throttle.js';

// Who guesses learns nothing from what it costs to refuse them: each step is written down here, and compared.

const PASSWORD = 'the keeper rides a bicycle';
const ids: Readonly<Record<string, PersonId>> = {
  'R-open': randomUUID() as string as PersonId,
  'R-invited': randomUUID() as string as PersonId,
  'R-elsewhere': randomUUID() as string as PersonId,
  'R-locked': randomUUID() as string as PersonId,
};
const nobody = randomUUID() as string as PersonId;

let steps: string[] = [];
let folder: string;
let secrets: SqliteSecrets<Kinds>;
let handler: SignInHandler;

/** The same object, of which every call is written down. */
const watched = <Thing extends object>(name: string, thing: Thing): Thing =>
  new Proxy(thing, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]): unknown => {
        steps.push(`${name}.${String(key)}`);
        return Reflect.apply(value, target, given);
      };
    },
  });

class CountedPasswords extends Passwords {
  protected override verified(against: string, password: string): Promise<boolean> {
    steps.push(`argon2 ${against.split('$').slice(1, 4).join(' ')}`);
    return super.verified(against, password);
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'redress-same-work-'));
  const clock = new Clock();
  const store = new InMemoryEventStore(clock);
  secrets = new SqliteSecrets(join(folder, 'secrets.sqlite'), clock);
  const passwords = new CountedPasswords();
  const hash = await passwords.hashOf(PASSWORD);
  const happened = async (rosterNumber: string, ...events: readonly AccountEvent[]) => {
    const about = {
      correlationId: randomUUID() as string as CaseId,
      causationId: randomUUID() as string as MessageId,
    };
    const actor = { role: 'system' } as const;
    const happenedAt = clock.now();
    const stamped = events.map((event) => ({
      ...versioned(accounts, event),
      ...{ id: randomUUID() as string as MessageId, actor, happenedAt, ...about },
    }));
    await store.append(streamOf(accounts, ids[rosterNumber] ?? ''), stamped, -1);
  };
  const of = (rosterNumber: string) => ({ personId: ids[rosterNumber] ?? nobody });
  const later = '2099-01-01T00:00:00.000Z' as Instant;
  const invitation = { invitationId: randomUUID() as never, expiresAt: later };
  await happened('R-open', { type: 'AccountOpened', data: { ...of('R-open'), by: 'invitation' } });
  await happened('R-invited', { type: 'AccountInvited', data: { ...of('R-invited'), ...invitation } });
  await happened('R-elsewhere', { type: 'AccountOpened', data: { ...of('R-elsewhere'), by: 'provider' } });
  await happened(
    'R-locked',
    { type: 'AccountOpened', data: { ...of('R-locked'), by: 'invitation' } },
    { type: 'AccountLocked', data: { ...of('R-locked'), reason: 'on leave' } },
  );
  for (const rosterNumber of ['R-open', 'R-locked']) {
    const person = ids[rosterNumber] ?? nobody;
    await secrets.put('password', { id: person, person, value: { hash } });
  }
  const people = watched('directory', {
    withNumber: (rosterNumber: string) => Promise.resolve(ids[rosterNumber] ?? nobody),
    postsOf: () => Promise.resolve([]),
  } as unknown as People);
  const [events, kept] = [watched('log', store), watched('secrets', secrets)];
  const keeper = new SessionKeeper(events, kept, people, clock, new SessionSettings());
  const secondFactor = new SecondFactor(people, 'office');
  const throttle = watched('throttle', new Throttle());
  handler = new SignInHandler(events, kept, passwords, throttle, keeper, people, secondFactor);
});
afterAll(() => {
  secrets.close();
  rmSync(folder, { recursive: true });
});

const tried = async (rosterNumber: string, password: string) => {
  steps = [];
  const source = '0'.repeat(64) as Sha256;
  const device = '1'.repeat(64) as Sha256;
  const answer = await handler.signIn({ rosterNumber, password, source, device });
  return { answer, steps };
};

it('refuses whoever it is in the same steps, with one look at a hash of the same cost, and in the same words', async () => {
  const wrong = await tried('R-open', 'not the password');
  expect(wrong.answer).toEqual({ rejected: 'wrong-credentials' });
  expect(wrong.steps.filter((step) => step.startsWith('argon2'))).toEqual([
    'argon2 argon2id v=19 m=19456,t=2,p=1',
  ]);
  expect(wrong.steps.filter((step) => step.startsWith('directory'))).toEqual(['directory.withNumber']);
  for (const [rosterNumber, password] of [
    ['R-nobody', 'not the password'],
    ['R-nobody', 'the password of nobody'],
    ['R-invited', PASSWORD],
    ['R-elsewhere', PASSWORD],
    ['R-locked', 'not the password'],
    ['R-locked', PASSWORD],
  ] as const)
    expect([rosterNumber, await tried(rosterNumber, password)]).toEqual([rosterNumber, wrong]);
});

it('lets in who is right, which the steps do tell apart', async () => {
  const { answer, steps: taken } = await tried('R-open', PASSWORD);
  expect(answer).toMatchObject({ needs: [] });
  expect(taken).toContain('secrets.add');
});
