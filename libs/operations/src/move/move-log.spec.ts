import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '@redress/contracts/event';
import type { Instant, Position } from '@redress/contracts/values';
import { counted } from '@redress/eventsourcing/counted.examples';
import { ledgerOf } from '../ledger.js';
import { inBatches } from './batches.js';
import { moveLog, type Target } from './move-log.js';

const recorded = (n: number): Recorded => ({
  ...counted(n),
  stream: `count-${String(n % 3)}`,
  revision: Math.floor(n / 3),
  position: String(n).padStart(4, '0') as Position,
  recordedAt: '2026-03-20T08:00:00.000Z' as Instant,
});
const log = Array.from({ length: 25 }, (_, n) => recorded(n));

/** It calls positions otherwise, and gives the parts of an event back in another order. */
class AnotherLog implements Target {
  failsAfter = Infinity;
  readonly held: Recorded[] = [];

  slices = () => inBatches(this.held, 4);

  add = (events: readonly Recorded[]): void => {
    for (const event of events) {
      if (this.held.length >= this.failsAfter) throw new Error('killed');
      const parts = Object.entries(event).toReversed();
      const position = `there-${String(this.held.length)}` as Position;
      this.held.push({ ...(Object.fromEntries(parts) as Recorded), position });
    }
  };
}
const source = { slices: () => inBatches(log, 7) };

describe('a log that is moved', () => {
  it('is the same there, at other positions', async () => {
    const there = new AnotherLog();
    expect(await moveLog(source, there)).toEqual({
      events: 25,
      before: 0,
      hash: ledgerOf(log).hash,
      last: 'there-24',
    });
  });

  it('is gone on with wherever it was interrupted', async () => {
    for (const failsAfter of [1, 4, 7, 20, 25]) {
      const there = new AnotherLog();
      there.failsAfter = failsAfter;
      await moveLog(source, there).catch(() => undefined);
      expect(there.held).toHaveLength(failsAfter);
      there.failsAfter = Infinity;
      expect(await moveLog(source, there)).toMatchObject({ events: 25, before: failsAfter });
    }
  });

  it('is not mixed with another, nor with more of its own', async () => {
    const other = new AnotherLog();
    other.add([...log.slice(0, 3), recorded(3)]);
    await expect(moveLog(source, other)).rejects.toThrow('event 1 of count-0, where');
    expect(other.held).toHaveLength(4);
    const longer = new AnotherLog();
    longer.add([...log, recorded(25)]);
    await expect(moveLog(source, longer)).rejects.toThrow('holds more: Counted, event 8 of count-1');
  });

  it('is compared: what does not come out as it went in is told', async () => {
    const careless = new AnotherLog();
    const { add } = careless;
    careless.add = (events) => {
      add(events.map((event) => (event.revision === 5 ? { ...event, data: { n: 0 } } : event)));
    };
    await expect(moveLog(source, careless)).rejects.toThrow('is not the same');
  });
});
