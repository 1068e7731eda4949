import { afterAll, afterEach, beforeEach, expect, it } from '@jest/globals';
import { START } from '@redress/contracts/values';
import { counted, numbersIn } from '@redress/eventsourcing/counted.examples';
import { type EventStore, WrongRevision } from '@redress/eventsourcing/event-store';
import { OutcomeUnknown, StoreFault } from '@redress/eventsourcing/store-fault';
import { eventually } from '@redress/messaging/nats-server.testing';
import { KurrentDouble } from './doubles/kurrent-double.js';
import { Unreliable } from './doubles/unreliable.js';
import { kurrentHome } from './kurrent-home.js';

const PATIENCE = { callMs: 2_000, appendMs: 3_000, silenceMs: 2_000, sliceMs: 2_000 };
/** What its own limits add up to, and as much again for a machine under load. */
const WITHIN_MS = 12_000;

const double = await KurrentDouble.start();
const urlOf = (port: string): string => `kurrentdb://127.0.0.1:${port}?tls=false&discoveryInterval=20`;
const between = await Unreliable.before(double.address, urlOf);
const home = kurrentHome(between.url, PATIENCE);

const ends: (() => unknown)[] = [];
let store: EventStore;

beforeEach(() => {
  store = home.open();
});

afterEach(async () => {
  double.mood = 'answers';
  await between.heal();
});

afterAll(async () => {
  for (const end of ends) await end();
  home.close();
  await between.stop();
  double.stop();
});

const timed = async (act: () => Promise<unknown>): Promise<unknown> => {
  const begun = performance.now();
  const error = await act().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(performance.now() - begun).toBeLessThan(WITHIN_MS);
  return error;
};

const answersAgain = (asked = store) =>
  eventually(async () => (await asked.read('a-1').catch(() => undefined)) !== undefined);

it('says within its limit that the outcome is unknown when nobody answers, and is as before when somebody does', async () => {
  await store.append('a-1', [counted(1)], -1);
  between.deafen();
  expect(await timed(() => store.append('a-1', [counted(2)], 0))).toBeInstanceOf(OutcomeUnknown);
  expect(await timed(() => store.read('a-1'))).toBeInstanceOf(StoreFault);
  expect(await timed(() => store.readAll(START, [''], 9))).toBeInstanceOf(StoreFault);
  expect(await timed(() => store.last())).toBeInstanceOf(StoreFault);
  await between.heal();
  await answersAgain();
  expect(numbersIn(await store.read('a-1'))).toEqual([1]);
  expect(await store.append('a-1', [counted(2)], 0)).toMatchObject({ revision: 1 });
});

it('knows that nothing was appended when there never was anybody', async () => {
  const other = await Unreliable.before(double.address, urlOf);
  await other.refuse();
  const fresh = kurrentHome(other.url, PATIENCE);
  ends.push(fresh.close, () => other.stop());
  const unheard = fresh.open();
  const error = await timed(() => unheard.append('a-1', [counted(1)], -1));
  expect(error).toBeInstanceOf(StoreFault);
  expect(error).not.toBeInstanceOf(OutcomeUnknown);
  expect(String(error)).toContain('nothing was appended');
  expect(await timed(() => unheard.read('a-1'))).toBeInstanceOf(StoreFault);
  await other.heal();
  await answersAgain(unheard);
  expect(await unheard.append('a-1', [counted(1)], -1)).toMatchObject({ revision: 0 });
});

it('asks again with the same ids when the answer to what was done is lost, and it is done once', async () => {
  await store.append('a-1', [counted(1)], -1);
  double.mood = 'commits and is silent';
  const asked = double.asked;
  const appending = store.append('a-1', [counted(2), counted(3)], 0);
  await eventually(() => double.asked > asked);
  double.mood = 'answers';
  const written = await appending;
  expect(written.revision).toBe(2);
  const events = await store.read('a-1');
  expect(numbersIn(events)).toEqual([1, 2, 3]);
  expect(events.at(-1)?.position).toBe(written.position);
});

it('finds what it appended though others went on from there before it could ask again', async () => {
  double.mood = 'commits and is silent';
  const asked = double.asked;
  const appending = store.append('a-1', [counted(1)], -1);
  await eventually(() => double.asked > asked);
  double.mood = 'answers';
  const name = [...double.log.entries].reverse().find(({ type }) => type === 'Counted')?.stream ?? '';
  const [proposed] = double.log.stream(name);
  if (!proposed) throw new Error('nothing was committed');
  double.log.append(name, [{ ...proposed, id: crypto.randomUUID() }], 0n);
  expect(await appending).toMatchObject({ revision: 0 });
  expect(await store.read('a-1')).toHaveLength(2);
});

it('does not append over others when what it asked for never arrived', async () => {
  await store.read('a-1');
  between.deafen();
  const appending = store.append('a-1', [counted(2)], -1);
  await between.heal();
  // Whoever was first is found out by the expected revision.
  const rival = store.append('a-1', [counted(3)], -1);
  const outcomes = await Promise.allSettled([appending, rival]);
  const refused = outcomes.filter(({ status }) => status === 'rejected');
  expect(refused).toHaveLength(1);
  expect((refused[0] as PromiseRejectedResult).reason).toBeInstanceOf(WrongRevision);
  expect(await store.read('a-1')).toHaveLength(1);
});

it('follows on after the last event when the connection was cut, refused or silent', async () => {
  const seen: unknown[] = [];
  const stop = new AbortController();
  const following = (async () => {
    for await (const { events } of store.follow(START, ['a-'], stop.signal)) seen.push(...numbersIn(events));
  })();
  const append = async (n: number): Promise<void> => {
    let revision = n - 1;
    await eventually(async () => {
      try {
        ({ revision } = await store.append('a-1', [counted(n)], n - 1));
        return true;
      } catch (error) {
        if (error instanceof WrongRevision) throw error;
        return false;
      }
    });
    expect(revision).toBe(n);
    await eventually(() => seen.includes(n));
  };
  await append(0);
  between.cut();
  await append(1);
  await between.refuse();
  await between.heal();
  await append(2);
  between.deafen();
  await expect(store.last()).rejects.toBeInstanceOf(StoreFault);
  await between.heal();
  await append(3);
  between.slow(40);
  await append(4);
  stop.abort();
  await following;
  expect(seen).toEqual([0, 1, 2, 3, 4]);
});
