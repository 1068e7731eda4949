import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personId, register, registered } from '@redress/contracts/directory/organisation.examples';
import { envelope, now } from '@redress/contracts/directory/token.examples';
import { personEvents } from '@redress/contracts/directory/organisation.events';
import { type MessageId, START } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import type { EventStore } from '@redress/eventsourcing/event-store';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { transact } from '@redress/eventsourcing/transact';
import { OwnKeys } from '@redress/hosting/own-keys';
import { SealedEventStore } from '@redress/sealing/sealed-event-store';
import { Sealing } from '@redress/sealing/sealing';
import { people } from '../person/person.js';
import { RegisterPersonHandler } from '../register-person/register-person.handler.js';
import { NumbersHandler } from './numbers.handler.js';
import { RosterFromLog } from './roster-from-log.js';

let folder: string;
let log: InMemoryEventStore;
let ring: OwnKeys['ring'];
let store: EventStore;
let causes = 0;
const because = () => ({ ...envelope, causationId: `cause ${String((causes += 1))}` as MessageId });
const { rosterNumber } = register;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'redress-numbers-'));
  log = new InMemoryEventStore(new StoppedClock(now));
  await begin();
});
afterEach(async () => {
  delete process.env['REDRESS_DATA'];
  await ring.close();
  rmSync(folder, { recursive: true });
});

/** The service starts: whatever it kept in memory is gone. */
const begin = async (): Promise<void> => {
  process.env['REDRESS_DATA'] = folder;
  ({ ring } = await OwnKeys.opened());
  store = new SealedEventStore(log, new Sealing([personEvents], ring));
  await new RosterFromLog(store, ring.roster).onApplicationBootstrap();
};
const restart = async (): Promise<void> => {
  await ring.close();
  await begin();
};
const registers = (on: EventStore = store) =>
  new RegisterPersonHandler(on, ring.roster).register(register, because());
const whoHas = (number = rosterNumber) =>
  new NumbersHandler(store, ring.roster).find({ rosterNumber: number });
const streams = async () => {
  const { events } = await log.readAll(START, ['person-'], 100);
  return new Set(events.map(({ stream }) => stream)).size;
};

describe('a number', () => {
  it('is registered once, however many do it at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => registers()));
    expect(new Set(answers.map((answer) => 'personId' in answer && answer.personId)).size).toBe(1);
    expect(await streams()).toBe(1);
  });

  it('is of the same person when the service is killed between the claim and the fact', async () => {
    const claimed = await ring.roster.claim(rosterNumber);
    expect(await whoHas()).toEqual({ rejected: 'not-found' });
    await restart();
    expect(await whoHas()).toEqual({ rejected: 'not-found' });
    expect(await registers()).toMatchObject({ personId: claimed });
    expect(await whoHas()).toEqual({ person: claimed });
    expect(await streams()).toBe(1);
  });

  it('of somebody registered before ids were drawn leads to the id that they have', async () => {
    await transact(store, people, personId, because(), () => [registered]);
    expect(await ring.roster.find(rosterNumber)).toBeUndefined();
    await restart();
    expect(await whoHas()).toEqual({ person: personId });
    expect(await registers()).toMatchObject({ personId, revision: 0 });
    expect(await streams()).toBe(1);
  });

  it('is read from the log once', async () => {
    await transact(store, people, personId, because(), () => [registered]);
    await restart();
    expect(await ring.roster.readUpTo()).toBe(await log.last());
  });

  it('leads nowhere once its person is erased, also after a restart, and then to somebody else', async () => {
    const first = await registers();
    if (!('personId' in first)) throw new Error('it must be registered');
    await ring.erase(first.personId);
    await restart();
    expect(await whoHas()).toEqual({ rejected: 'not-found' });
    const second = await registers();
    expect(second).not.toMatchObject({ personId: first.personId });
    expect(await streams()).toBe(2);
    await restart();
    expect(await whoHas()).toEqual({ person: 'personId' in second ? second.personId : '' });
  });

  it('of somebody erased does not come back from an event that was never sealed', async () => {
    await transact(log, people, personId, because(), () => [registered]);
    await ring.erase(personId);
    await restart();
    expect(await whoHas()).toEqual({ rejected: 'not-found' });
  });
});

it('draws the id: the same number elsewhere has another', async () => {
  const first = await registers();
  await ring.close();
  rmSync(folder, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), 'redress-numbers-'));
  log = new InMemoryEventStore(new StoppedClock(now));
  await begin();
  expect(await registers()).not.toMatchObject({ personId: 'personId' in first ? first.personId : '' });
});
