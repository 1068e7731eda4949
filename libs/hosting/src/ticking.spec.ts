import { EventEmitter, once } from 'node:events';
import { expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { Instant, Position } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { counted } from '@redress/eventsourcing/counted.examples';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rebuild } from '@redress/read-models/project';
import { tallies } from './tally.examples.js';
import { Ticking, timerSeconds } from './ticking.js';
import { type Ticked, Timer } from './timer.js';

Logger.overrideLogger(false);
const now = '2026-03-20T08:00:00.000Z' as Instant;
const clock = new StoppedClock(now);

/** Does what it is told, and says whenever it looked. */
class Told extends Timer {
  override readonly name = 'told';
  override readonly watches = tallies;
  readonly said = new EventEmitter();
  looks = 0;

  constructor(private readonly does: (look: number, signal: AbortSignal) => Promise<Ticked>) {
    super();
  }

  override async tick(signal: AbortSignal): Promise<Ticked> {
    this.looks += 1;
    try {
      return await this.does(this.looks, signal);
    } finally {
      this.said.emit('looked');
    }
  }
}

const events = new InMemoryEventStore(clock);
const models = new InMemoryReadModels();
await events.append('count-1', [{ ...counted(1), version: 1 }], -1);

const looked = async (timer: Told, times: number): Promise<void> => {
  while (timer.looks < times) await once(timer.said, 'looked');
};

it('looks again and again, and keeps count of what came of it; a failure is no end', async () => {
  await rebuild(events, models, { ...tallies, on: {} }, new AbortController().signal);
  const timer = new Told((look) =>
    look === 2
      ? Promise.reject(new Error('no disk'))
      : Promise.resolve({ done: 10, failed: look === 3 ? 4 : 0 }),
  );
  const ticking = new Ticking(timer, { events, models }, clock, 0.001);
  const untold = { name: 'told', everySeconds: 0.001, ticks: 0, done: 0, failed: 0, overdue: 0 };
  expect(ticking.health).toEqual(untold);
  const stopping = new AbortController();
  const running = ticking.run(stopping.signal);
  await looked(timer, 4);
  stopping.abort();
  await expect(running).rejects.toThrow('abort');
  const { lastTickMs, ...rest } = ticking.health;
  const { looks: ticks } = timer;
  expect(rest).toEqual({ ...untold, ticks, done: (ticks - 1) * 10, failed: 5, lastTickAt: now });
  expect(lastTickMs).toBeGreaterThanOrEqual(0);
});

it('brings a look to its end before it stops', async () => {
  let isOver = false;
  const begins = new EventEmitter();
  const begun = once(begins, 'begun');
  const timer = new Told(async (_, signal) => {
    begins.emit('begun');
    await once(signal, 'abort');
    isOver = true;
    return { done: 1, failed: 0 };
  });
  const ticking = new Ticking(timer, { events, models }, clock, 30);
  const stopping = new AbortController();
  const running = ticking.run(stopping.signal).catch(() => undefined);
  await begun;
  stopping.abort();
  await running;
  expect(isOver).toBe(true);
  expect(ticking.health).toMatchObject({ ticks: 1, done: 1 });
});

it('does not look before its read model is as far as the log was at the start, and as it is made now', async () => {
  const asked: Position[] = [];
  const [reached, outdated] = [
    [false, true, true],
    [true, false],
  ];
  const behind = {
    reached: (_: unknown, position: Position) => {
      asked.push(position);
      return Promise.resolve(reached.shift() ?? false);
    },
    isOutdated: () => Promise.resolve(outdated.shift() ?? true),
  } as unknown as InMemoryReadModels;
  const timer = new Told(() => Promise.resolve({ done: 0, failed: 0 }));
  const stopping = new AbortController();
  const ticking = new Ticking(timer, { events, models: behind }, clock, 30);
  const running = ticking.run(stopping.signal).catch(() => undefined);
  await looked(timer, 1);
  stopping.abort();
  await running;
  expect(asked).toEqual(Array.from({ length: 3 }, () => '0000000000000001'));
  expect([reached, outdated]).toEqual([[], []]);
});

it('says how much of the last look is overdue, and that it is itself when it does not look any more', async () => {
  const looks = new EventEmitter();
  const timer = new Told(async (look) => {
    looks.emit(`begun ${String(look)}`);
    if (look > 1) await once(looks, `goes on ${String(look)}`);
    return { done: 1, failed: look === 1 ? 3 : 0 };
  });
  const ticking = new Ticking(timer, { events, models }, clock, 0.001);
  const stopping = new AbortController();
  const [second, third] = [once(looks, 'begun 2'), once(looks, 'begun 3')];
  const running = ticking.run(stopping.signal).catch(() => undefined);
  await second;
  expect([ticking.health.overdue, ticking.isLate]).toEqual([3, false]);
  const passed = jest.spyOn(performance, 'now').mockReturnValue(performance.now() + 61_000);
  expect(ticking.isLate).toBe(true);
  passed.mockRestore();
  looks.emit('goes on 2');
  await third;
  expect(ticking.health.overdue).toBe(0);
  stopping.abort();
  looks.emit('goes on 3');
  await running;
  expect(ticking.isLate).toBe(false);
});

it('is off with 0 seconds', () => {
  const timer = new Told(() => Promise.resolve({ done: 0, failed: 0 }));
  const of = (seconds: number): boolean => new Ticking(timer, { events, models }, clock, seconds).isOn;
  expect([of(0), of(0.001)]).toEqual([false, true]);
});

it.each([
  [undefined, 30],
  ['', 30],
  ['0', 0],
  ['1', 1],
  ['0.25', 0.25],
  ['3600', 3_600],
])('takes %j seconds for %d', (set, seconds) => {
  expect(timerSeconds(set)).toBe(seconds);
});

it.each(['-1', '3601', '1e3', 'soon', '30s', ' 30'])('does not take %j for a number of seconds', (set) => {
  expect(() => timerSeconds(set)).toThrow(RangeError);
});
