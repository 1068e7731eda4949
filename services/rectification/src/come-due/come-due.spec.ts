import { describe, it } from '@jest/globals';
import { timedCardIdOf } from '@redress/contracts/rectification/card-ids';
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
import { assigned, taskId } from '@redress/contracts/rectification/task.examples';
import type { Day } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { standards } from '../policy/standards.examples.js';
import type { Standards } from '../policy/standards.js';
import { answerTerm } from '../policy/terms.js';
import { tasks } from '../task/task.js';
import { comeDue } from './come-due.js';
import { type Decided, type Drawn, drawnOn, due } from './drawn.examples.js';

const { given } = specFor(tasks);
const dayBefore = '2026-03-25' as Day;
const answerBy = '2026-04-06' as Day;
const unansweredOn = '2026-04-07' as Day;
const warned = [assigned, blueDrawn] as const;
const late = [...warned, yellowDrawn] as const;
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
    const blue = having<Drawn>(blueDrawn, {
      cardId: timedCardIdOf(taskId, 'blue', friday.data.deadline, 0),
      deadline: friday.data.deadline,
    });
    given(friday, blue)
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

  it('the same where the policy has no such type any more', () => {
    const without = { ...standards, policy: { ...standards.policy, taskTypes: [] } };
    given(assigned).when(due(nearDueOn, without)).yields(blueDrawn);
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

  it('when the office drew it after the one of the deadline was withdrawn', () => {
    const counted = answerTerm(standards, unansweredOn);
    const byOffice = having<Drawn>(redByOffice, { colour: 'yellow', dueOn: unansweredOn, answerBy: counted });
    const saturday = '2026-04-11' as Day;
    given(...late, yellowAppealed, appealUpheld, byOffice)
      .when(due(saturday))
      .yields(having<Drawn>(drawnOn(saturday, unanswered), { dueOn: saturday, counted, drawnOf: [5] }));
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
