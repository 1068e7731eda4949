import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { personId } from '@redress/contracts/directory/organisation.examples';
import type { Envelope } from '@redress/contracts/envelope';
import { streamOf, versioned } from '@redress/contracts/event';
import type { AccountEvent } from '@redress/contracts/identity/account.events';
import { locked, opened, reset } from '@redress/contracts/identity/account.examples';
import type { CaseId, MessageId, Sha256 } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { SqliteSecrets } from '@redress/store-sqlite/sqlite-secrets';
import { accounts } from '../account/account.js';
import { ChangePasswordHandler } from '../password/change-password.handler.js';
import { Passwords } from '../password/passwords.js';
import type { People } from '../people/people.js';
import { SecondFactor } from '../second-factor/second-factor.js';
import { OPENING } from '../secrets/opening.js';
import type { Kept, Kind, Kinds } from '../secrets/secrets.js';
import { sha256Of } from '../secrets/texts.js';
import { SessionKeeper } from '../sessions/session-keeper.js';
import { SessionSettings } from '../sessions/session-settings.js';
import { SignInHandler } from './sign-in.handler.js';
import { Throttle } from './throttle.js';

// To look at a password takes long enough for something else to happen: then it must be as if that had happened before.

const STOLEN = 'the password that was stolen';
const ANOTHER = 'another that nobody else has';
const clock = new Clock();

let folder: string;
let meanwhile: () => Promise<unknown>;
let store: InMemoryEventStore;
let secrets: BusySecrets;
let keeper: SessionKeeper;
let passwords: SlowPasswords;

class SlowPasswords extends Passwords {
  protected override async verified(against: string, password: string): Promise<boolean> {
    const isIt = await super.verified(against, password);
    await meanwhile();
    return isIt;
  }
}

class BusySecrets extends SqliteSecrets<Kinds> {
  beforeTake: () => Promise<unknown> = () => Promise.resolve();

  override async take<K extends Kind>(kind: K, id: string): Promise<Kept<K> | undefined> {
    await this.beforeTake();
    return super.take(kind, id);
  }
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'redress-meanwhile-'));
  meanwhile = () => Promise.resolve();
  store = new InMemoryEventStore(clock);
  secrets = new BusySecrets(join(folder, 'secrets.sqlite'), clock);
  keeper = new SessionKeeper(store, secrets, nobodyHoldsAPost, clock, new SessionSettings());
  passwords = new SlowPasswords();
  await happens(opened);
  await secrets.put('password', {
    id: personId,
    person: personId,
    value: { hash: await passwords.hashOf(STOLEN) },
  });
});
afterEach(() => {
  secrets.close();
  rmSync(folder, { recursive: true });
});

const nobodyHoldsAPost = {
  withNumber: () => Promise.resolve(personId),
  postsOf: () => Promise.resolve([]),
} as unknown as People;

const because = () => ({
  correlationId: randomUUID() as string as CaseId,
  causationId: randomUUID() as string as MessageId,
});

const happens = async (event: AccountEvent): Promise<void> => {
  const stream = streamOf(accounts, personId);
  const about = { actor: { role: 'system' } as const, happenedAt: clock.now(), ...because() };
  const stamped = { ...versioned(accounts, event), id: randomUUID() as string as MessageId, ...about };
  await store.append(stream, [stamped], (await store.read(stream)).length - 1);
};

const isReset = async () => {
  await happens(reset);
  await secrets.removeAll(OPENING, personId);
};

const isLocked = async () => {
  await happens(locked);
  await secrets.removeAll(['session', 'challenge'], personId);
};

const hasAnother = async () => {
  const value = { hash: await passwords.hashOf(ANOTHER) };
  await secrets.put('password', { id: personId, person: personId, value });
  await keeper.end(personId, () => true);
};

const SOURCE = '0'.repeat(64) as Sha256;
const signsIn = () => {
  const throttle = new Throttle();
  const secondFactor = new SecondFactor(nobodyHoldsAPost, '');
  const people = nobodyHoldsAPost;
  const handler = new SignInHandler(store, secrets, passwords, throttle, keeper, people, secondFactor);
  return handler.signIn({ rosterNumber: 'R-0815', password: STOLEN, source: SOURCE });
};

it.each([
  ['reset', isReset],
  ['locked', isLocked],
  ['given another password', hasAnother],
])('begins no session of an account that is %s while the password is looked at', async (_, happening) => {
  meanwhile = happening;
  expect(await signsIn()).toEqual({ rejected: 'wrong-credentials' });
  expect(await secrets.ofPerson('session', personId)).toEqual([]);
  expect(await secrets.ofPerson('device', personId)).toEqual([]);
});

it('begins one of an account to which nothing happens', async () => {
  expect(await signsIn()).toMatchObject({ needs: [] });
  expect(await secrets.ofPerson('session', personId)).toHaveLength(1);
});

it('sets no password anew in an account that is reset while the one before is looked at', async () => {
  const begun = await signsIn();
  if ('rejected' in begun) throw new Error(begun.rejected);
  meanwhile = isReset;
  const change = new ChangePasswordHandler(store, clock, secrets, passwords, new Throttle(), keeper);
  const command = { sessionId: begun.sessionId, password: STOLEN, newPassword: ANOTHER, source: SOURCE };
  const actor = { role: 'submitter', person: personId } as const;
  const envelope: Envelope = { actor, happenedAt: clock.now(), ...because() };
  expect(await change.change(command, envelope)).toEqual({ rejected: 'no-such-session' });
  expect(await secrets.find('password', personId)).toBeUndefined();
});

it('ends a session that gets another token in the moment when all are ended', async () => {
  const begun = await signsIn();
  if ('rejected' in begun) throw new Error(begun.rejected);
  secrets.beforeTake = async () => {
    secrets.beforeTake = () => Promise.resolve();
    const session = await keeper.find(sha256Of(begun.token));
    expect(session && (await keeper.rotate(session, (same) => same))).toBeDefined();
  };
  await keeper.end(personId, () => true);
  expect(await secrets.ofPerson('session', personId)).toEqual([]);
});
