import { describe, it } from '@jest/globals';
import {
  noticePublished,
  objected,
  objectionUpheld,
  taskWithdrawn,
} from '@redress/contracts/rectification/aftermath.examples';
import { timedCardIdOf } from '@redress/contracts/rectification/card-ids';
import type { EscalationEvent } from '@redress/contracts/rectification/escalation.events';
import {
  appealDismissed,
  appealUpheld,
  blueDrawn,
  nearDueOn,
  redByOffice,
  redDrawn,
  redOn,
  yellowAnswered,
  yellowAppealed,
  yellowDrawn,
} from '@redress/contracts/rectification/escalation.examples';
import { dayAfterDeadline, day31, deadline, today } from '@redress/contracts/rectification/people.examples';
import {
  accepted,
  assigned,
  attached,
  closed,
  granted,
  planned,
  reassigned,
  rejected,
  reopened,
  reported,
  requested,
  returned,
  taskId,
  timeAsked,
  refused,
  verified,
} from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { CardId, Day } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { standards } from '../policy/standards.examples.js';
import type { Standards } from '../policy/standards.js';
import { appealTerm, answerTerm } from '../policy/terms.js';
import { tasks } from '../task/task.js';
import { comeDue } from './come-due.js';

const { given } = specFor(tasks);
const due = (day: Day, by: Standards = standards) => comeDue({ taskId }, day, () => by);

type Drawn = EscalationEvent & { readonly type: 'CardDrawn' };
type Decided = EscalationEvent & { readonly type: 'AppealDecided' };
/** The same card, drawn on another day. */
const drawnOn = (day: Day, card: Drawn): Drawn =>
  having<Drawn>(card, {
    appealBy: appealTerm(standards, day),
    ...(card.data.answerBy && { answerBy: answerTerm(standards, day) }),
  });

const dayBefore = '2026-03-25' as Day;
const answerBy = '2026-04-06' as Day;
const unansweredOn = '2026-04-07' as Day;
const warned = [assigned, blueDrawn] as const;
const late = [...warned, yellowDrawn] as const;
const toRequest = [assigned, accepted, planned, reported, attached, requested] as const;
const unanswered = having<Drawn>(drawnOn(unansweredOn, redDrawn), {
  rule: 'yellow-unanswered',
  dueOn: unansweredOn,
  counted: yellowDrawn.data.answerBy,
  drawnOf: [2],
});

describe('a deadline draws', () => {
  it('blue from so many working days before it on', () => {
    given(assigned).when(due(dayBefore)).changesNothing();
    given(assigned).when(due(nearDueOn)).yields(blueDrawn);
  });

  it('yellow from the day after it on, be it a day off or not', () => {
    given(...warned)
      .when(due(deadline))
      .changesNothing();
    given(...warned)
      .when(due(dayAfterDeadline))
      .yields(yellowDrawn);
    const friday = having(assigned, { deadline: '2026-04-03' as Day });
    const saturday = '2026-04-04' as Day;
    const cardId = timedCardIdOf(taskId, 'yellow', friday.data.deadline, 0);
    given(friday, blueDrawn)
      .when(due(saturday))
      .yields(
        having(drawnOn(saturday, yellowDrawn), { cardId, deadline: friday.data.deadline, dueOn: saturday }),
      );
  });

  it('red once so many working days have gone by after it', () => {
    given(...late, yellowAnswered)
      .when(due(unansweredOn))
      .changesNothing();
    given(...late, yellowAnswered)
      .when(due(redOn))
      .yields(redDrawn);
  });

  it('all that fell due while nobody looked, each with its own day', () => {
    given(assigned)
      .when(due(day31))
      .yields(drawnOn(day31, blueDrawn), drawnOn(day31, yellowDrawn), drawnOn(day31, redDrawn));
  });

  it('nothing before the day of assignment', () => {
    const short = having(assigned, { deadline: today });
    const cardId = timedCardIdOf(taskId, 'blue', today, 0);
    const counted = { ...blueDrawn.data.counted, from: today, to: '2026-03-25' as Day };
    given(short)
      .when(due(today))
      .yields(having<Drawn>(drawnOn(today, blueDrawn), { cardId, deadline: today, dueOn: today, counted }));
  });

  it('blue on its own day where the policy says no day before', () => {
    const { policy } = standards;
    const strict = {
      ...standards,
      policy: { ...policy, cards: { ...policy.cards, blueWithinWorkingDays: 0 } },
    };
    given(assigned)
      .when(due('2026-03-30' as Day, strict))
      .changesNothing();
    const counted = { ...blueDrawn.data.counted, from: deadline, workingDays: 0 };
    given(assigned)
      .when(due(deadline, strict))
      .yields(having(drawnOn(deadline, blueDrawn), { dueOn: deadline, counted }));
  });

  it('by what held on the day on which it fell due, with the time to appeal by what holds on the day it is drawn', () => {
    const { policy } = standards;
    const changed = { ...policy, version: 'changed', cards: { ...policy.cards, appealWithinWorkingDays: 1 } };
    const since = (day: Day): Standards => ({ ...standards, policy: day < deadline ? policy : changed });
    const appealBy = { ...blueDrawn.data.appealBy, from: deadline, workingDays: 1, to: dayAfterDeadline };
    given(assigned)
      .when(comeDue({ taskId }, deadline, since))
      .yields(having(blueDrawn, { appealBy: { ...appealBy, policy: 'changed' } }));
  });
});

describe('a yellow card turns red', () => {
  it('on the day after the last day for an answer, when there is none', () => {
    given(...late)
      .when(due(answerBy))
      .changesNothing();
    given(...late)
      .when(due(unansweredOn))
      .yields(unanswered);
  });

  it('also when the office drew it, before the deadline came near', () => {
    const byOffice = having<Drawn>(redByOffice, {
      colour: 'yellow',
      dueOn: today,
      answerBy: answerTerm(standards, today),
    });
    const thursday = '2026-03-26' as Day;
    const counted = answerTerm(standards, today);
    given(assigned, byOffice)
      .when(due(thursday))
      .yields(having<Drawn>(drawnOn(thursday, unanswered), { dueOn: thursday, counted, drawnOf: [1] }));
  });

  it('not while an appeal waits; dismissed, after the new time for an answer', () => {
    given(...late, yellowAppealed)
      .when(due(unansweredOn))
      .changesNothing();
    const wednesday = '2026-04-08' as Day;
    const anew = { ...yellowDrawn.data.answerBy, from: '2026-04-02' as Day, to: '2026-04-07' as Day };
    const again = having<Decided>(appealDismissed, { answerBy: anew });
    given(...late, yellowAppealed, again)
      .when(due(unansweredOn))
      .changesNothing();
    const { policy } = standards;
    const patient = {
      ...standards,
      policy: { ...policy, cards: { ...policy.cards, redAfterWorkingDays: 50 } },
    };
    given(...late, yellowAppealed, again)
      .when(due(wednesday, patient))
      .yields(having(drawnOn(wednesday, unanswered), { dueOn: wednesday, counted: anew }));
  });
});

describe('no card is drawn', () => {
  it.each([
    ['before there is a task', given()],
    ['that was returned', given(assigned, returned)],
    ['that is closed', given(...toRequest, verified, closed)],
    ['that a review took back', given(assigned, taskWithdrawn)],
    ['that waits for an answer about more time', given(assigned, timeAsked)],
    ['that waits for verification', given(...toRequest)],
    ['that waits for its notice', given(...toRequest, verified)],
    ['that is on notice', given(...toRequest, verified, noticePublished, objected)],
    ['that has a red one already', given(assigned, redByOffice)],
    [
      'of a type that draws none',
      given(having<TaskEvent & { type: 'TaskAssigned' }>(assigned, { taskType: 'ongoing' })),
    ],
  ])('for a task %s', (_, task) => {
    task.when(due(day31)).changesNothing();
  });

  it('at or below the one in force', () => {
    const yellow = having<Drawn>(redByOffice, { colour: 'yellow' });
    given(assigned, yellow).when(due(redOn)).yields(redDrawn);
  });

  it('once more for a deadline, after an appeal was right; nor red because of it', () => {
    given(...late, yellowAppealed, appealUpheld)
      .when(due(day31))
      .changesNothing();
    const blueGone = having<Decided>(appealUpheld, {
      cardId: blueDrawn.data.cardId,
    });
    given(...warned, blueGone)
      .when(due(deadline))
      .changesNothing();
    const redGone = having<Decided>(appealUpheld, {
      cardId: redDrawn.data.cardId,
    });
    given(...late, redDrawn, redGone)
      .when(due(day31))
      .changesNothing();
  });
});

describe('what fell due meanwhile is drawn with its own day', () => {
  const blue = drawnOn(dayAfterDeadline, blueDrawn);
  it.each([
    ['a request for more time was refused', given(assigned, timeAsked, refused)],
    ['a close-out was rejected', given(...toRequest, rejected)],
    ['an objection was right', given(...toRequest, verified, noticePublished, objected, objectionUpheld)],
    [
      'the close-out was asked for too late',
      given(
        ...toRequest.slice(0, 5),
        having<TaskEvent & { type: 'CloseOutRequested' }>(requested, { late: true }),
      ),
    ],
  ])('when %s', (_, task) => {
    task.when(due(dayAfterDeadline)).yields(blue, yellowDrawn);
  });

  it('when what the office drew instead was withdrawn', () => {
    const cardId = redByOffice.data.cardId;
    const gone = having<Decided>(appealUpheld, { cardId });
    given(assigned, redByOffice, gone).when(due(dayAfterDeadline)).yields(blue, yellowDrawn);
  });
});

describe('another deadline, or another round, draws cards of its own', () => {
  const until = granted.data.until;
  const at = (day: Day, cardId: CardId, revision: number): Drawn => {
    const counted = { ...blueDrawn.data.counted, from: day, to: until };
    return having<Drawn>(drawnOn(day, blueDrawn), {
      cardId,
      deadline: until,
      dueOn: day,
      counted,
      drawnOf: [revision],
    });
  };
  const nearUntil = '2026-04-10' as Day;

  it('when more time was granted', () => {
    given(assigned, timeAsked, granted).when(due(dayAfterDeadline)).changesNothing();
    given(assigned, timeAsked, granted)
      .when(due(nearUntil))
      .yields(at(nearUntil, timedCardIdOf(taskId, 'blue', until, 0), 2));
  });

  it('when it was assigned anew', () => {
    const { leadUnit } = reassigned.data;
    given(...warned, returned, reassigned)
      .when(due(nearUntil))
      .yields(having(at(nearUntil, timedCardIdOf(taskId, 'blue', until, 1), 3), { leadUnit }));
  });

  it('when it was reopened, though the deadline is the same', () => {
    given(...toRequest, verified, closed, reopened)
      .when(due(nearDueOn))
      .yields(having<Drawn>(blueDrawn, { cardId: timedCardIdOf(taskId, 'blue', deadline, 1) }));
  });
});
