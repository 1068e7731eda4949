import { describe, expect, it } from '@jest/globals';
import { caseId, published } from '@redress/contracts/audit/audited-event.examples';
import type { Recorded } from '@redress/contracts/event';
import type { Instant } from '@redress/contracts/values';
import { kept } from '../record-events/audited-events.js';
import { historyOf } from './case-history.js';

const heldAs = (service: string, event: Recorded) => {
  const change = kept(service, event);
  if (!('put' in change)) throw new Error('an event is put whole');
  return change.put;
};
const opinion = (revision: number, second: number) =>
  heldAs(
    'intake',
    published('intake', `0${String(revision + 1)}`, {
      revision,
      recordedAt: `2026-03-20T08:00:0${String(second)}.000Z` as Instant,
    }),
  );
const task = (revision: number, second: number) =>
  heldAs(
    'rectification',
    published('rectification', `0${String(revision + 1)}`, {
      revision,
      stream: 'task-1',
      recordedAt: `2026-03-20T08:00:0${String(second)}.000Z` as Instant,
    }),
  );

describe('the history of a case', () => {
  it('is in the order of recording, whatever came in first', () => {
    const events = [task(0, 5), opinion(1, 4), opinion(0, 1)];
    expect(historyOf(caseId, events).entries).toEqual([opinion(0, 1), opinion(1, 4), task(0, 5)]);
  });

  it('keeps the order of a store where one moment saw several events', () => {
    const events = [opinion(2, 1), opinion(0, 1), opinion(1, 1)];
    expect(historyOf(caseId, events).entries.map(({ revision }) => revision)).toEqual([0, 1, 2]);
  });

  it.each([
    ['of one stream', [opinion(0, 1), opinion(1, 2)], true],
    ['of two streams', [opinion(0, 1), task(0, 2), task(1, 3)], true],
    ['whose first event is missing', [opinion(1, 1)], false],
    ['with a gap in one stream of two', [opinion(0, 1), opinion(1, 1), task(0, 2), task(2, 3)], false],
  ])('%s: complete or not', (_, events, complete) => {
    expect(historyOf(caseId, events).complete).toBe(complete);
  });
});
