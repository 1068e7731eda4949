import { describe, expect, it } from '@jest/globals';
import {
  lookBackFellDue,
  lookBackOn,
  noticeEnd,
  noticePublished,
  noticeSkipped,
  objected,
  objectionDismissed,
  objectionId,
  objectionUpheld,
  relapsed,
  reviewAnswered,
  reviewRequested,
  signed,
  taskWithdrawn,
  unscheduledCheck,
} from '@redress/contracts/rectification/aftermath.examples';
import { deadline } from '@redress/contracts/rectification/people.examples';
import {
  accepted,
  ask,
  assign,
  assigned,
  attached,
  close,
  closed,
  planned,
  reopened,
  reported,
  requested,
  verified,
} from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day } from '@redress/contracts/values';
import { METADATA, rowsAfter } from '@redress/read-models/spec';
import { ledger } from './ledger.js';

const at = METADATA.happenedAt;
const { person: by } = METADATA.actor;
const rowAfter = (...events: readonly TaskEvent[]) => rowsAfter(ledger, assigned, ...events)[0];
const toRequest = [accepted, planned, reported, attached, requested] as const;
const toVerification = [...toRequest, verified] as const;

describe('the line of a task shows what follows the work', () => {
  const closeOutAfter = (...events: readonly TaskEvent[]) =>
    rowAfter(...toRequest, ...events)?.closeOuts[ask.entryId];

  it('whether the head of the unit stands for the request', () => {
    expect(closeOutAfter()).toMatchObject({ signature: 'not-required' });
    const awaited: TaskEvent = { ...requested, data: { ...requested.data, signature: 'awaited' } };
    const given: TaskEvent = { ...requested, data: { ...requested.data, signature: 'given' } };
    expect(rowAfter(awaited)?.closeOuts[ask.entryId]).toMatchObject({ signature: 'awaited' });
    expect(rowAfter(awaited)?.closeOuts[ask.entryId]).not.toHaveProperty('signed');
    for (const row of [rowAfter(given), rowAfter(awaited, signed)])
      expect(row?.closeOuts[ask.entryId]).toMatchObject({ signature: 'given', signed: { at, by } });
  });

  it('what the public is shown until when, or why it is not', () => {
    const { text, term } = noticePublished.data;
    expect(rowAfter(...toVerification, noticePublished)).toMatchObject({
      status: 'on-notice',
      noticeUntil: noticeEnd,
      closeOuts: { [ask.entryId]: { status: 'verified', notice: { at, by, text, term } } },
    });
    const { ground, reason } = noticeSkipped.data;
    const skipped = rowAfter(...toVerification, noticeSkipped);
    expect(skipped).toMatchObject({
      status: 'verified',
      closeOuts: { [ask.entryId]: { notice: { at, by, ground, reason } } },
    });
    expect(skipped).not.toHaveProperty('noticeUntil');
  });

  it('what was objected, and whether that was right', () => {
    const told = [...toVerification, noticePublished, objected] as const;
    const objection = { at, by, closeOut: ask.entryId, text: objected.data.text };
    expect(rowAfter(...told)).toMatchObject({
      status: 'on-notice',
      objections: { [objectionId]: { ...objection, status: 'raised' } },
    });
    expect(rowAfter(...told, objectionDismissed)).toMatchObject({
      status: 'on-notice',
      closeOuts: { [ask.entryId]: { status: 'verified' } },
      objections: {
        [objectionId]: {
          ...objection,
          status: 'dismissed',
          answer: { at, by, text: objectionDismissed.data.answer },
        },
      },
    });
    expect(rowAfter(...told, objectionUpheld)).toMatchObject({
      status: 'planned',
      closeOuts: { [ask.entryId]: { status: 'objected' } },
      objections: { [objectionId]: { status: 'upheld' } },
    });
  });

  it('when somebody has to look whether it lasted, until somebody did or it is open again', () => {
    const { issues, evidence, atRevision } = closed.data;
    const before = { ...close, issues, evidence, atRevision };
    const over = [...toVerification, closed] as const;
    expect(rowAfter(...over, lookBackFellDue)).toMatchObject({ lookBackOn, revision: 8 });
    expect(rowAfter(...toVerification, { type: 'TaskClosed', data: before })).not.toHaveProperty(
      'lookBackOn',
    );
    for (const event of [reopened, taskWithdrawn])
      expect(rowAfter(...over, event)).not.toHaveProperty('lookBackOn');
    const { entryId, found, seen, where, on } = relapsed.data;
    const row = rowAfter(...over, relapsed);
    expect(row).not.toHaveProperty('lookBackOn');
    expect(rowAfter(...over, unscheduledCheck)).toMatchObject({ lookBackOn, lookBacks: row?.lookBacks });
    expect(row?.lookBacks).toEqual({ [entryId]: { at, by, found, seen, where, on } });
  });

  it('until when it has to be done, once it was reopened', () => {
    const later = '2026-05-29' as Day;
    const over = [...toVerification, closed] as const;
    expect(rowAfter(...over, reopened)).toMatchObject({ deadline, status: 'planned' });
    const moved: TaskEvent = { ...reopened, data: { ...reopened.data, deadline: later } };
    expect(rowAfter(...over, reopened)).toMatchObject({ firstDeadline: deadline });
    expect(rowAfter(...over, moved)).toMatchObject({ deadline: later, firstDeadline: later });
  });

  it('what the unit contests, and what came of it', () => {
    const { entryId, reason, answerBy } = reviewRequested.data;
    const asked = { at, by, reason, answerBy };
    expect(rowAfter(reviewRequested)).toMatchObject({
      criterion: assign.criterion,
      reviews: { [entryId]: asked },
    });
    const { outcome, criterion, reason: because } = reviewAnswered.data;
    expect(rowAfter(reviewRequested, reviewAnswered)).toMatchObject({
      criterion,
      reviews: { [entryId]: { ...asked, answer: { at, by, outcome, reason: because, criterion } } },
    });
    const late: TaskEvent = { ...reviewAnswered, data: { ...reviewAnswered.data, daysLate: 2 } };
    expect(rowAfter(reviewRequested, late)).toMatchObject({
      reviews: { [entryId]: { answer: { daysLate: 2 } } },
    });
    const upheld: TaskEvent = {
      type: 'ReviewAnswered',
      data: { taskId: assign.taskId, entryId, leadUnit: assign.leadUnit, outcome: 'upheld', reason: because },
    };
    expect(rowAfter(reviewRequested, upheld)).toMatchObject({ criterion: assign.criterion });
    expect(rowAfter(reviewRequested, taskWithdrawn)).toMatchObject({
      status: 'withdrawn',
      isOpen: false,
      revision: 2,
    });
  });
});
