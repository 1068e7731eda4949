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
import {
  appealDismissed,
  appealUpheld,
  blueDrawn,
  blueId,
  redByOffice,
  reminded,
  talkApproved,
  talkHeld,
  talkProposed,
  talkRefused,
  yellowAnswered,
  yellowAppealed,
  yellowDrawn,
  yellowId,
} from '@redress/contracts/rectification/escalation.examples';
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
  returned,
  verified,
} from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day } from '@redress/contracts/values';
import { having } from '@redress/eventsourcing/spec';
import { METADATA, rowsAfter } from '@redress/read-models/spec';
import { ledger } from './ledger.js';

const at = METADATA.happenedAt;
const { person: by } = METADATA.actor;
const rowAfter = (...events: readonly TaskEvent[]) => rowsAfter(ledger, assigned, ...events)[0];
const toRequest = [accepted, planned, reported, attached, requested] as const;
const toVerification = [...toRequest, verified] as const;

describe('the line of a task shows its cards', () => {
  it('begins without any', () => {
    const row = rowAfter();
    expect(row).toMatchObject({ cards: {}, reminders: {}, escalations: {}, objections: {}, lookBacks: {} });
    expect(row).not.toHaveProperty('card');
  });

  it('names the one drawn last, and keeps by which rule each was drawn, of which day', () => {
    const { colour, rule, dueOn, counted, appealBy, policy } = blueDrawn.data;
    const why = { colour, rule, dueOn, deadline, counted, appealBy, policy };
    const row = rowAfter(blueDrawn, yellowDrawn);
    expect(row).toMatchObject({ card: 'yellow', revision: 2 });
    expect(row?.cards[blueId]).toEqual({ at, by, status: 'in-force', ...why });
    expect(row?.cards[yellowId]).toMatchObject({ answerBy: yellowDrawn.data.answerBy });
    const { cardId, reason } = redByOffice.data;
    expect(rowAfter(redByOffice)?.cards[cardId]).toMatchObject({ rule: 'office', reason });
  });

  it('shows what the unit said to it, and what became of that', () => {
    const drawn = [blueDrawn, yellowDrawn, yellowAnswered, yellowAppealed] as const;
    const { text } = yellowAnswered.data;
    const appeal = { at, by, text: yellowAppealed.data.reason };
    expect(rowAfter(...drawn)).toMatchObject({
      card: 'yellow',
      cards: { [yellowId]: { status: 'appealed', answer: { at, by, text }, appeal } },
    });
    const upheld = rowAfter(
      ...drawn,
      having<TaskEvent & { type: 'AppealDecided' }>(appealUpheld, { left: 'blue' }),
    );
    expect(upheld).toMatchObject({
      card: 'blue',
      cards: {
        [yellowId]: {
          status: 'withdrawn',
          decision: { at, by, upheld: true, reason: appealUpheld.data.reason },
        },
      },
    });
    expect(rowAfter(yellowDrawn, yellowAppealed, appealUpheld)).not.toHaveProperty('card');
    const dismissed = having<TaskEvent & { type: 'AppealDecided' }>(appealDismissed, { left: 'yellow' });
    expect(rowAfter(...drawn, dismissed)).toMatchObject({
      card: 'yellow',
      cards: { [yellowId]: { status: 'in-force', decision: { upheld: false } } },
    });
  });

  it('has none in force once the task is given back, closed or taken back', () => {
    const endedCards = [yellowId];
    const ends: readonly TaskEvent[] = [
      { ...returned, data: { ...returned.data, endedCards } },
      { ...closed, data: { ...closed.data, endedCards } },
      { ...taskWithdrawn, data: { ...taskWithdrawn.data, endedCards } },
    ];
    for (const end of ends) {
      const row = rowAfter(yellowDrawn, end);
      expect(row).not.toHaveProperty('card');
      expect(row?.cards[yellowId]).toMatchObject({ status: 'ended', colour: 'yellow' });
    }
    expect(rowAfter(returned)?.cards).toEqual({});
  });
});

describe('the line of a task shows how it is pressed for', () => {
  it('by reminders', () => {
    const { entryId, text } = reminded.data;
    expect(rowAfter(reminded)?.reminders).toEqual({ [entryId]: { at, by, text } });
  });

  it('by a talk that is proposed, approved and held, or refused', () => {
    const { entryId, kind, cardId, reason } = talkProposed.data;
    const proposed = { at, by, kind, cardId, reason };
    const stepAfter = (...events: readonly TaskEvent[]) =>
      rowAfter(talkProposed, ...events)?.escalations[entryId];
    expect(stepAfter()).toEqual({ ...proposed, status: 'proposed' });
    expect(stepAfter(talkApproved)).toEqual({ ...proposed, status: 'approved', answer: { at, by } });
    const { on, record } = talkHeld.data;
    expect(stepAfter(talkApproved, talkHeld)).toMatchObject({
      status: 'carried-out',
      carriedOut: { at, by, on, record },
    });
    expect(stepAfter(talkRefused)).toMatchObject({
      status: 'refused',
      answer: { at, by, reason: talkRefused.data.reason },
    });
  });
});

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
    expect(rowAfter(...over, reopened)).not.toHaveProperty('lookBackOn');
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
    expect(rowAfter(...over, moved)).toMatchObject({ deadline: later });
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
