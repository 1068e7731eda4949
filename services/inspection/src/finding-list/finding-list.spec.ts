import { expect, it } from '@jest/globals';
import {
  findingId,
  joinFinding,
  newFindingId,
  otherFindingId,
} from '@redress/contracts/inspection/finding-commands.examples';
import type { FindingEvent } from '@redress/contracts/inspection/finding.events';
import {
  draftWithdrawn,
  findingChanged,
  findingCommented,
  findingCommunicated,
  findingDrafted,
  findingExamples,
  findingGaveBack,
  findingIssued,
  findingItemsJudged,
  findingJoined,
  findingParted,
  findingRecorded,
  findingRefused,
  findingRestored,
  findingSplit,
  findingSplitOff,
  findingTookIn,
  findingWithdrawn,
  otherRecorded,
} from '@redress/contracts/inspection/finding.examples';
import {
  closingFollowed,
  reopeningFollowed,
  reviewFollowed,
  taskFollowed,
  withdrawalFollowed,
} from '@redress/contracts/inspection/followed.examples';
import { rowsAfter } from '@redress/read-models/spec';
import { type Finding, findings } from '../finding/finding.js';
import { findingList, rowOf } from './finding-list.js';

const rowAfter = (...events: readonly FindingEvent[]) => rowsAfter(findingList, ...events).map(rowOf)[0];
const issued = [findingRecorded, findingIssued] as const;

it('shows what a finding says, and what it said last', () => {
  const { fact, basis, severity, restsOn, files, visitId, unit } = findingRecorded.data;
  const said = { id: findingId, visitId, unit, fact, basis, severity, restsOn, files, status: 'recorded' };
  expect(rowAfter(findingRecorded)).toMatchObject(said);
  expect(rowAfter(findingRecorded, findingChanged)).toMatchObject({
    fact: findingChanged.data.fact,
    changes: { [findingChanged.data.entryId]: { reason: findingChanged.data.reason } },
  });
  expect(rowAfter(findingDrafted)).not.toHaveProperty('severity');
  expect(rowAfter(findingRecorded, findingItemsJudged)).toMatchObject({ notFailing: [] });
});

it('shows what the unit said, and when it was told', () => {
  expect(rowAfter(findingRecorded, findingCommunicated, findingCommented)).toMatchObject({
    communicatedOn: findingCommunicated.data.on,
    comments: { [findingCommented.data.entryId]: { text: findingCommented.data.text } },
  });
});

it('shows what is part of what, as long as it is', () => {
  const { entryId } = joinFinding;
  expect(rowAfter(findingRecorded, findingTookIn)).toMatchObject({
    takenIn: { [otherFindingId]: { entryId } },
  });
  expect(rowAfter(findingRecorded, findingTookIn, findingGaveBack)).toMatchObject({ takenIn: {} });
  expect(rowAfter(otherRecorded, findingJoined)).toMatchObject({ joinedInto: findingId });
  expect(rowAfter(otherRecorded, findingJoined, findingParted)).not.toHaveProperty('joinedInto');
  expect(rowAfter(findingRecorded, findingSplit)).toHaveProperty(['splitInto', newFindingId]);
  expect(rowAfter(findingSplitOff)).toMatchObject({ splitFrom: findingId });
});

it('shows where it went, or why it did not, and how it ended', () => {
  const { issueId, taskId } = findingIssued.data;
  expect(rowAfter(...issued)).toMatchObject({ issue: { issueId, taskId } });
  const refused = rowAfter(...issued, findingRefused);
  expect(refused).toMatchObject({ refusal: { reason: 'no-such-severity' } });
  expect(refused).not.toHaveProperty('issue');
  const { outcome } = closingFollowed.data;
  const closed = [...issued, taskFollowed, closingFollowed] as const;
  expect(rowAfter(...closed)).toMatchObject({ task: { standing: 'closed', outcome } });
  const open = rowAfter(...closed, reopeningFollowed);
  expect(open?.task).not.toHaveProperty('outcome');
  expect(open?.task).not.toHaveProperty('closedOn');
  expect(rowAfter(...issued, reviewFollowed, withdrawalFollowed)).toMatchObject({
    withdrawal: { ground: 'review', reason: withdrawalFollowed.data.reason },
    task: { review: { outcome: 'withdrawn' } },
  });
  expect(rowAfter(findingDrafted, draftWithdrawn, findingRestored)).not.toHaveProperty('withdrawal');
});

const histories: readonly (readonly FindingEvent[])[] = [
  [findingRecorded],
  [findingDrafted],
  [findingDrafted, findingChanged].map(
    (event) => ({ ...event, data: { ...event.data, findingId } }) as FindingEvent,
  ),
  [findingRecorded, findingCommunicated],
  [otherRecorded, findingJoined],
  [otherRecorded, findingJoined, findingParted],
  [findingRecorded, findingWithdrawn],
  [findingDrafted, draftWithdrawn, findingRestored],
  [findingSplitOff],
  issued,
  [...issued, findingRefused],
  [...issued, taskFollowed],
  [...issued, taskFollowed, closingFollowed],
  [...issued, taskFollowed, closingFollowed, reopeningFollowed],
  [...issued, taskFollowed, withdrawalFollowed],
];

it.each(histories.map((history) => [history]))('stands as its stream says (case %#)', (history) => {
  const { status } = history.reduce<Finding>(findings.evolve, findings.initial);
  expect(rowAfter(...history)).toMatchObject({ status });
});

it('tells whether the unit was told', () => {
  const isTold = (...events: readonly FindingEvent[]) => rowsAfter(findingList, ...events)[0]?.isTold;
  expect(isTold(findingRecorded)).toBe(false);
  expect(isTold(findingRecorded, findingCommunicated)).toBe(true);
  expect(isTold(...issued)).toBe(true);
  expect(
    isTold({
      ...findingSplitOff,
      data: { ...findingSplitOff.data, communicatedOn: findingCommunicated.data.on },
    }),
  ).toBe(true);
  expect(Object.keys(findingList.on).sort()).toEqual(Object.keys(findingExamples).sort());
});
