import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { type Recorded, UnknownEvent } from '@redress/contracts/event';
import { InMemoryCheckpoints } from '@redress/eventsourcing/checkpoints';
import { Clock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { backlogOf } from './backlog.js';
import type { DeadLetter } from './dead-letters.js';
import { eventually, TestBroker } from './nats-server.testing.js';
import { natsOptions } from './nats-options.js';
import { type Patience, react } from './react.js';
import { Reaction } from './reaction.js';
import { append, type caseA, caseB, numberIn, upTo } from './recorded.examples.js';
import { Relay } from './relay.js';
import { supervise } from './supervise.js';

jest.setTimeout(30_000);

const TALLY = { service: 'ledger', name: 'tally' };

/** Notes what it is told, and does with it what the test says. */
class Tally extends Reaction {
  override readonly name = 'tally';
  override readonly listensTo = 'tally.count.*';
  readonly seen: number[] = [];
  readonly done: number[] = [];
  /** At work this very moment, and how many of one case and of all there ever were at once. */
  readonly working = new Map<string, number>();
  most = { ofOneCase: 0, ofAll: 0 };

  constructor(private readonly act: (n: number, event: Recorded) => unknown = () => undefined) {
    super();
  }

  override async react(event: Recorded): Promise<void> {
    const n = numberIn(event);
    const { correlationId: of } = event;
    this.seen.push(n);
    this.working.set(of, (this.working.get(of) ?? 0) + 1);
    const counts = [...this.working.values()];
    const all = counts.reduce((sum, count) => sum + count, 0);
    this.most = {
      ofOneCase: Math.max(this.most.ofOneCase, ...counts),
      ofAll: Math.max(this.most.ofAll, all),
    };
    try {
      await this.act(n, event);
      this.done.push(n);
    } finally {
      this.working.set(of, (this.working.get(of) ?? 0) - 1);
    }
  }
}

let broker: TestBroker;
let connection: NatsConnection;
let store: InMemoryEventStore;
let stop: AbortController;
const running: Promise<void>[] = [];

beforeEach(async () => {
  broker = await TestBroker.start();
  connection = await connect(natsOptions(broker.url));
  store = new InMemoryEventStore(new Clock());
  stop = new AbortController();
  const relay = new Relay('tally', store, new InMemoryCheckpoints(), broker.url);
  running.push(supervise('relay', () => relay.run(stop.signal), stop.signal));
});

afterEach(async () => {
  stop.abort();
  await Promise.all(running.splice(0));
  await connection.close();
  await broker.stop();
});

const start = (reaction: Reaction, patience: Partial<Patience> = {}, signal = stop.signal): Promise<void> => {
  const ended = react('ledger', reaction, signal, { firstPauseMs: 1, ...patience, url: broker.url });
  running.push(ended);
  return ended;
};

const backlog = async (): ReturnType<typeof backlogOf> =>
  backlogOf(await jetstreamManager(connection), TALLY);

const deadLetter = async (): Promise<DeadLetter | undefined> => {
  const { streams } = await jetstreamManager(connection);
  return (await streams.getMessage('DEAD_LETTERS', { last_by_subj: 'dead.ledger.tally' }))?.json();
};

it('hands over every event, and confirms it', async () => {
  const tally = new Tally();
  void start(tally);
  await append(store, upTo(100));
  await eventually(() => tally.done.length === 100);
  await eventually(async () => (await backlog()).pending === 0);
  expect(tally.done).toEqual(upTo(100));
  expect(tally.most.ofOneCase).toBe(1);
});

it('tries again what failed, while the case waits and another goes on', async () => {
  let failures = 0;
  const tally: Tally = new Tally((n) => {
    // The other case is done before this one may succeed.
    if (n === 1 && (failures < 3 || !tally.done.includes(4)))
      throw new Error(`failure ${String((failures += 1))}`);
  });
  await append(store, [1, 2]);
  await append(store, [3, 4], caseB);
  void start(tally, { attempts: 1_000, longestPauseMs: 10 });
  await eventually(() => tally.done.length === 4);
  expect(tally.done.filter((n) => n <= 2)).toEqual([1, 2]);
  expect(tally.done.indexOf(4)).toBeLessThan(tally.done.indexOf(1));
});

it('works on cases side by side, as many as it may', async () => {
  const tally: Tally = new Tally(() => eventually(() => tally.most.ofAll === 3));
  for (const n of upTo(9)) await append(store, [n], `case ${String(n % 5)}` as typeof caseA);
  void start(tally, { concurrency: 3 });
  await eventually(() => tally.done.length === 9);
  expect(tally.most).toEqual({ ofOneCase: 1, ofAll: 3 });
});

it('gives up in the end, says why among the dead letters, and the case goes on', async () => {
  const tally = new Tally((n) => {
    if (n === 1) throw new RangeError('no room');
  });
  await append(store, [1, 2]);
  void start(tally, { attempts: 3 });
  await eventually(() => tally.done.includes(2));
  await eventually(async () => (await backlog()).pending === 0);
  expect(tally.seen).toEqual([1, 1, 1, 2]);
  expect(await backlog()).toMatchObject({ pending: 0, deadLetters: 1 });
  const letter = await deadLetter();
  expect(letter).toMatchObject({
    subject: 'events.tally.count.Counted',
    reason: { error: 'RangeError', message: 'no room' },
    attempts: 3,
  });
  expect(JSON.parse(letter?.payload ?? '')).toMatchObject({ type: 'Counted', data: { n: 1 } });
});

it('gives up at once what no attempt could change', async () => {
  const tally = new Tally((n) => {
    if (n === 1) throw new UnknownEvent('Counted 7 is unknown here');
  });
  await append(store, [1, 2]);
  void start(tally);
  await eventually(() => tally.done.includes(2));
  expect(tally.seen).toEqual([1, 2]);
  expect(await deadLetter()).toMatchObject({ reason: { error: 'UnknownEvent' }, attempts: 1 });

  connection.publish('events.tally.count.Counted', 'not {"secret": "JSON"');
  await eventually(async () => (await backlog()).deadLetters === 2);
  const letter = await deadLetter();
  expect(letter).toMatchObject({
    reason: { error: 'UnreadableEvent', message: 'it is not JSON' },
    attempts: 0,
  });
});

it('keeps what takes long from being delivered again', async () => {
  let release = (): void => undefined;
  const released = new Promise<void>((done) => (release = done));
  const ackWaitMs = 600;
  const begun = Date.now();
  const tally = new Tally((n) => (n === 1 ? released : undefined));
  await append(store, [1, 2]);
  await append(store, [3], caseB);
  void start(tally, { ackWaitMs });
  await eventually(() => tally.done.includes(3));
  // Three times as long as the broker waits without a sign of life.
  await eventually(() => Date.now() - begun > 3 * ackWaitMs);
  const { num_redelivered } = await (
    await jetstreamManager(connection)
  ).consumers.info('EVENTS', 'ledger-tally');
  release();
  await eventually(() => tally.done.length === 3);
  expect(num_redelivered).toBe(0);
  expect(tally.seen.toSorted()).toEqual([1, 2, 3]);
});

it('goes on after a stop with what was not done, in order', async () => {
  const first = new AbortController();
  const stuck: Tally = new Tally((n) => (n === 3 ? eventually(() => first.signal.aborted) : undefined));
  await append(store, upTo(4));
  await append(store, [5], caseB);
  const ended = start(stuck, {}, first.signal);
  await eventually(() => stuck.seen.includes(3) && stuck.done.includes(5));
  first.abort();
  await ended;
  expect(stuck.done.filter((n) => n !== 5)).toEqual([1, 2, 3]);

  const next = new Tally();
  void start(next);
  await append(store, [6]);
  await eventually(() => next.done.includes(6));
  expect(next.done.filter((n) => n !== 5)).toEqual([4, 6]);
});

it('stops whenever it is told to, in the middle of its start too', async () => {
  for (let turns = 0; turns < 100; turns += 4) {
    const stopped = new AbortController();
    const ended = start(new Tally(), {}, stopped.signal);
    for (let turn = 0; turn < turns; turn += 1) await nextTurn();
    stopped.abort();
    await ended;
  }
});

it('begins again in order when the broker was killed in between', async () => {
  const tally: Tally = new Tally((n) => (n === 2 && tally.seen.length === 2 ? broker.kill() : undefined));
  await append(store, upTo(3));
  await append(store, upTo(9).slice(3), caseB);
  void start(tally, { concurrency: 1 });
  await eventually(() => tally.seen.includes(2));
  await broker.startAgain();
  await connection.close();
  connection = await connect(natsOptions(broker.url));
  await eventually(() => upTo(9).every((n) => tally.done.includes(n)));
  await eventually(async () => (await backlog()).pending === 0);
  const firstTimes = [...new Set(tally.done)];
  expect(firstTimes.filter((n) => n <= 3)).toEqual([1, 2, 3]);
  expect(tally.most.ofOneCase).toBe(1);
});

it('goes on when the data of the broker is gone, and hears all again', async () => {
  const tally = new Tally();
  void start(tally);
  await append(store, upTo(50));
  await eventually(() => tally.done.length === 50);
  await broker.wipe();
  await append(store, [51]);
  await eventually(() => tally.done.includes(51));
  expect(new Set(tally.done).size).toBe(51);
  expect(tally.done.slice(-51)).toEqual(upTo(51));
});

it('makes its consumer again when somebody deletes it', async () => {
  const tally = new Tally();
  void start(tally);
  await append(store, [1]);
  await eventually(() => tally.done.includes(1));
  await (await jetstreamManager(connection)).consumers.delete('EVENTS', 'ledger-tally');
  await append(store, [2]);
  await eventually(() => tally.done.includes(2));
  expect(tally.done.at(-1)).toBe(2);
});
