import { expect, it } from '@jest/globals';
import type { Recorded } from '@redress/contracts/event';
import { findingId, otherFindingId } from '@redress/contracts/inspection/finding-commands.examples';
import { otherPractice, practiceId } from '@redress/contracts/inspection/practice.examples';
import { roundId } from '@redress/contracts/inspection/round.examples';
import { visitId } from '@redress/contracts/inspection/visit.examples';
import fc from 'fast-check';
import { compared } from '../read-report/compare-numbers.js';
import { digestOf } from '../read-round/digest.js';
import { piecesOf } from '../read-round/pages.js';
import { numbersOf, reportOf } from './count-round.js';
import { asOf, called, cancelledVisit, idAt, positionAt, sampleLog, strangeVisit } from './log.examples.js';
import { RoundRecord } from './round-record.js';

const ofAll = reportOf(roundId, sampleLog, asOf, called);

/** The same in another round, with other visits. */
const elsewhere = sampleLog
  .filter(({ stream }) => !stream.startsWith('interest-'))
  .map((event) => {
    const ids = [
      roundId,
      visitId,
      cancelledVisit,
      strangeVisit,
      practiceId,
      otherPractice,
      findingId,
      otherFindingId,
      event.id,
    ];
    const other = (text: string, id: string) => text.replaceAll(id, id.replace('-8aaa-', '-8bbb-'));
    return JSON.parse(ids.reduce(other, JSON.stringify(event))) as Recorded;
  });

/** One log of the two, each in its order, as the coins fall. */
const merged = (coins: readonly boolean[]): readonly Recorded[] => {
  const [ours, theirs] = [[...sampleLog], [...elsewhere]];
  const log = coins.flatMap((isOurs) => (isOurs ? ours : theirs).shift() ?? []);
  return [...log, ...ours, ...theirs].map((event, index) => ({ ...event, position: positionAt(index + 1) }));
};

it('is the same in whatever pages the log is read, twice over, and whatever came in twice', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(sampleLog.length), { maxLength: 8 }),
      fc.nat(sampleLog.length - 1),
      (cuts, again) => {
        const ends = [...new Set([...cuts, sampleLog.length])].toSorted((one, other) => one - other);
        const record = new RoundRecord(roundId);
        let from = 0;
        for (const end of ends) {
          for (const event of sampleLog.slice(from, end)) record.take(event);
          for (const event of sampleLog.slice(Math.min(again, end), end)) record.take(event);
          from = end;
        }
        expect(numbersOf(record, asOf, called)).toEqual(ofAll);
        expect(numbersOf(record, asOf, called)).toEqual(ofAll);
      },
    ),
  );
});

it('says the same values and events, whatever of other rounds stands in between', () => {
  if (!ofAll) throw new Error('no report');
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 60 }), (coins) => {
      const log = merged(coins);
      const counted = reportOf(roundId, log, { ...asOf, upTo: positionAt(log.length) }, called);
      if (!counted) throw new Error('no report');
      const told = compared(ofAll, counted);
      expect(told).toMatchObject({ changed: [], sameNotes: true, samePositions: false });
      expect(digestOf(told.counted)).toBe(digestOf(ofAll));
    }),
  );
});

it('is not changed by what comes after the position up to which it is counted', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: sampleLog.length }), (end) => {
      const before = sampleLog.slice(0, end);
      const until = { ...asOf, upTo: positionAt(end) };
      const short = reportOf(roundId, before, until, called);
      const cut = sampleLog.filter(({ position }) => position <= until.upTo);
      expect(reportOf(roundId, cut, until, called)).toEqual(short);
      expect(short?.events.last).toBe(before.at(-1)?.id);
    }),
  );
});

it('goes in pieces of any size and comes together again', () => {
  if (!ofAll) throw new Error('no report');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5_000 }), (most) => {
      const pieces = piecesOf(ofAll, most);
      expect(pieces.flatMap(({ figures }) => figures)).toEqual(ofAll.figures);
      expect(pieces.flatMap(({ notes }) => notes)).toEqual(ofAll.notes);
      for (const { figures, notes } of pieces) {
        const all = [...figures, ...notes];
        const bytes = all.map((one) => Buffer.byteLength(JSON.stringify(one)));
        expect(bytes.length === 1 || bytes.reduce((sum, one) => sum + one, 0) <= most).toBe(true);
      }
      const whole = { ...ofAll, figures: pieces.flatMap(({ figures }) => figures) };
      expect(digestOf(whole)).toBe(digestOf(ofAll));
    }),
  );
});

it('is known again where the log was moved: the same events at other positions', () => {
  if (!ofAll) throw new Error('no report');
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: sampleLog.length, maxLength: sampleLog.length }),
      (steps) => {
        let place = 0;
        const moved = sampleLog.map((event, index) => {
          place += steps[index] ?? 1;
          return { ...event, position: positionAt(place) };
        });
        const counted = reportOf(roundId, moved, { ...asOf, upTo: positionAt(place) }, called);
        if (!counted) throw new Error('no report');
        const told = compared(ofAll, counted);
        expect(told).toMatchObject({ sameFigures: ofAll.figures.length, changed: [], sameNotes: true });
        expect(told.samePositions).toBe(place === sampleLog.length);
        expect(digestOf(told.counted)).toBe(digestOf(ofAll));
      },
    ),
  );
});

it('tells each number that comes out otherwise', () => {
  if (!ofAll) throw new Error('no report');
  const without = reportOf(
    roundId,
    sampleLog.filter(({ id }) => id !== idAt(12)),
    asOf,
    called,
  );
  if (!without) throw new Error('no report');
  const { changed, sameFigures, figures, counted } = compared(ofAll, without);
  expect(changed.map(({ issued }) => issued?.key)).toContain('units-seen');
  expect(sameFigures + changed.length).toBe(figures);
  expect(digestOf(counted)).not.toBe(digestOf(ofAll));
});
