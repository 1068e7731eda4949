import { describe, it } from '@jest/globals';
import {
  noticePublished,
  objected,
  objectionUpheld,
  taskWithdrawn,
} from '@redress/contracts/rectification/aftermath.examples';
import { timedCardIdOf } from '@redress/contracts/rectification/card-ids';
import {
  appealUpheld,
  blueDrawn,
  nearDueOn,
  redByOffice,
  redDrawn,
  redOn,
  yellowAppealed,
  yellowDrawn,
} from '@redress/contracts/rectification/escalation.examples';
import { dayAfterDeadline, day31, deadline } from '@redress/contracts/rectification/people.examples';
import { granted, timeAsked, refused } from '@redress/contracts/rectification/more-time.examples';
import {
  accepted,
  assigned,
  attached,
  closed,
  planned,
  reassigned,
  rejected,
  reopened,
  reported,
  requested,
  returned,
  taskId,
  verified,
} from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { CardId, Day } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { tasks } from '../task/task.js';
import { type Decided, type Drawn, drawnOn, due } from './drawn.examples.js';

const { given } = specFor(tasks);
const warned = [assigned, blueDrawn] as const;
const late = [...warned, yellowDrawn] as const;
const toRequest = [assigned, accepted, planned, reported, attached, requested] as const;

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
  const threeDaysOn = '2026-04-03' as Day;
  const [dayBeforeUntil, threeAfterThat] = ['2026-04-14' as Day, '2026-04-17' as Day];

  it('when more time was granted', () => {
    given(assigned, timeAsked, granted).when(due(dayAfterDeadline)).changesNothing();
    given(assigned, timeAsked, granted)
      .when(due(nearUntil))
      .yields(at(nearUntil, timedCardIdOf(taskId, 'blue', until, 0), 2));
  });

  it('also where a blue one for the deadline before is in force, and from the day on which that was moved', () => {
    const ofMoved = timedCardIdOf(taskId, 'blue', until, 0);
    given(...warned, timeAsked, granted)
      .when(due(nearUntil))
      .yields(at(nearUntil, ofMoved, 3));
    given(
      ...warned,
      timeAsked,
      having<TaskEvent & { type: 'ExtensionGranted' }>(granted, { on: dayBeforeUntil }),
    )
      .when(due(until))
      .yields(
        having<Drawn>(drawnOn(until, at(dayBeforeUntil, ofMoved, 3)), {
          counted: { ...blueDrawn.data.counted, from: dayBeforeUntil, to: threeAfterThat },
        }),
      );
    given(...warned, timeAsked, granted, at(nearUntil, ofMoved, 3))
      .when(due(until))
      .changesNothing();
  });

  it('but none below, or for the same deadline', () => {
    const yellow = having<Drawn>(redByOffice, { colour: 'yellow' });
    given(assigned, yellow, timeAsked, granted).when(due(until)).changesNothing();
    const blue = having<Drawn>(redByOffice, { colour: 'blue' });
    given(assigned, blue).when(due(deadline)).changesNothing();
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

  it('with no day before that on which it was reopened, where that was said', () => {
    const cardId = timedCardIdOf(taskId, 'blue', deadline, 1);
    const counted = { ...blueDrawn.data.counted, from: deadline, to: threeDaysOn };
    const late = having<TaskEvent & { type: 'TaskReopened' }>(reopened, { on: deadline });
    given(...toRequest, verified, closed, late)
      .when(due(deadline))
      .yields(having<Drawn>(drawnOn(deadline, blueDrawn), { cardId, dueOn: deadline, counted }));
    const { issues, reason } = reopened.data;
    given(...toRequest, verified, closed, { type: 'TaskReopened', data: { taskId, issues, reason } })
      .when(due(deadline))
      .yields(having<Drawn>(drawnOn(deadline, blueDrawn), { cardId }));
  });
});
