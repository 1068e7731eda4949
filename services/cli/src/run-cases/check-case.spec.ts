import { describe, expect, it } from '@jest/globals';
import type { AuditedEvent } from '@redress/contracts/audit/audited-event';
import type { PostId } from '@redress/contracts/values';
import { history, receipt, walked } from './cases.examples.js';
import { eventsIn, faultsOf, type Found, lostOf } from './check-case.js';
import { counted, nothing } from './tally.js';
import type { Walk } from './walk-case.js';

const found: Found = { receipt, history };
const { entries } = history;
const having = (...changed: readonly AuditedEvent[]): Found => ({
  receipt,
  history: { ...history, entries: changed },
});
const [submitted, acknowledged, assigned, ...others] = entries as readonly [
  AuditedEvent,
  AuditedEvent,
  AuditedEvent,
];

it('finds nothing wrong where all is there', () => {
  expect(lostOf(walked, found)).toEqual([]);
  expect(faultsOf(walked, found)).toEqual([]);
  expect(eventsIn(walked)).toBe(entries.length);
});

const unsent: Walk = { line: 12, reply: '', acknowledged: [], isOver: false };

describe('what was acknowledged is lost', () => {
  it('when its event is not where it was said to stand', () => {
    expect(lostOf(walked, having(submitted, acknowledged, ...others))).toEqual(['TaskAssigned']);
    const elsewhere = { ...assigned, service: 'intake' };
    expect(lostOf(walked, having(submitted, acknowledged, elsewhere, ...others))).toEqual(['TaskAssigned']);
  });

  it('when the receipt leads nowhere, or there is no history', () => {
    expect(lostOf(walked, { receipt: undefined, history })).toEqual(['the receipt']);
    expect(lostOf(walked, { receipt, history: undefined })).toHaveLength(3);
  });

  it('also in a case that did not come to its end; what was never acknowledged is not', () => {
    const stopped = { ...walked, isOver: false };
    expect(lostOf(stopped, having(submitted, acknowledged))).toEqual(['TaskAssigned']);
    expect(eventsIn(stopped)).toBe(3);
    expect(lostOf(unsent, { receipt: undefined, history: undefined })).toEqual([]);
  });
});

describe('a case is not as it should be', () => {
  it.each<[string, Found]>([
    ['the receipt does not show the outcome', { receipt: { ...receipt, outcome: 'another' }, history }],
    ['the receipt does not show the outcome', { receipt: { ...receipt, status: 'listed' }, history }],
    ['the history has gaps', { receipt, history: { ...history, complete: false } }],
    ['OutcomeTold is not in the history', having(...entries.slice(0, -1))],
    [
      'TaskAssigned was not done by whom it should',
      having(
        submitted,
        acknowledged,
        { ...assigned, actor: { role: 'office', post: 'post x' as PostId } },
        ...others,
      ),
    ],
    [
      'TaskAssigned was not done by whom it should',
      having(submitted, acknowledged, { ...assigned, type: 'TaskClosed' }, ...others),
    ],
    ['OpinionAcknowledged is not in its order', having(acknowledged, submitted, assigned, ...others)],
  ])('%s', (fault, wrong) => {
    expect(faultsOf(walked, wrong)).toEqual([fault]);
  });

  it('which of a case that stopped is known already', () => {
    expect(faultsOf({ ...walked, isOver: false }, { receipt: undefined, history: undefined })).toEqual([]);
  });
});

it('counts what is found, not what was done', () => {
  const tally = nothing();
  counted(tally, walked, found, 0);
  counted(tally, walked, { receipt: undefined, history: undefined }, 4);
  expect(tally).toEqual({
    opinions: 1,
    issues: 1,
    tasks: 1,
    closed: 0,
    answered: 1,
    events: entries.length,
    lost: 4,
    commands: 6,
  });
});
