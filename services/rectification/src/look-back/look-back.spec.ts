import { describe, it } from '@jest/globals';
import type { Actor } from '@redress/contracts/envelope';
import { overrideId } from '@redress/contracts/inspection/interest.examples';
import {
  lookBack,
  lookBackFellDue,
  lookBackOn,
  relapsed,
  taskWithdrawn,
  unscheduledCheck,
} from '@redress/contracts/rectification/aftermath.examples';
import {
  auditor,
  inspector,
  lead,
  leadUnit,
  officer,
  plumber,
  responsible,
  supportingUnit,
  today,
  yesterday,
} from '@redress/contracts/rectification/people.examples';
import { attach, close, closed, reopened } from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day, EntryId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import {
  confirmed,
  justAssigned,
  putBack,
  struckOff,
  toClosing,
  unassigned,
} from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { recordLookBack } from './look-back.js';
import { belongingTo, independent, lately } from '../task/standing.examples.js';

const { given } = specFor(tasks);
const dayBefore = '2026-06-19' as Day;
const dayAfter = '2026-06-21' as Day;
const looked = given(...toClosing, relapsed);

const { issues, evidence, atRevision } = closed.data;
/** As it was written before there were look-backs. */
const closedBefore: TaskEvent = {
  type: 'TaskClosed',
  data: { ...close, issues, evidence, atRevision },
};
const another = { ...lookBack, entryId: '0190a5c4-1111-7aaa-8aaa-000000000049' as EntryId };

describe.each<Actor>([inspector, officer])('the $role looks whether the fix lasts', (actor) => {
  it('on the day on which it is due, or later', () => {
    struckOff.when(recordLookBack(lookBack, actor, lookBackOn, independent)).yields(relapsed);
    given(...toClosing, lookBackFellDue)
      .when(recordLookBack({ ...lookBack, found: 'lasting', on: dayAfter }, actor, dayAfter, independent))
      .yields(having(relapsed, { found: 'lasting', on: dayAfter }));
  });

  it('or before, from the day of the closing on; what is due stays so', () => {
    for (const on of [today, dayBefore])
      struckOff
        .when(recordLookBack({ ...lookBack, on }, actor, dayAfter, independent))
        .yields(having(unscheduledCheck, { on }));
    given(...toClosing, having(unscheduledCheck, { entryId: another.entryId, on: dayBefore }))
      .when(recordLookBack(lookBack, actor, lookBackOn, independent))
      .yields(relapsed);
  });

  it('once more, when what was due is done', () => {
    looked
      .when(recordLookBack(another, actor, dayAfter, independent))
      .yields(having(unscheduledCheck, { entryId: another.entryId }));
  });

  it('at what was closed before there were look-backs, on whatever day', () => {
    given(...toClosing.slice(0, -1), closedBefore)
      .when(recordLookBack({ ...lookBack, on: yesterday }, actor, today, independent))
      .yields(having(unscheduledCheck, { on: yesterday }));
  });

  it('and says the same again without looking again, even when the task was reopened', () => {
    looked.when(recordLookBack(lookBack, actor, dayAfter, independent)).changesNothing();
    given(...toClosing, relapsed, reopened)
      .when(recordLookBack(lookBack, actor, dayAfter, independent))
      .changesNothing();
  });

  it.each([
    ['no-such-task', unassigned, lookBack, actor],
    ['not-a-verifier', struckOff, lookBack, lead],
    ['not-a-verifier', struckOff, lookBack, auditor],
    ['verifier-is-unnamed', struckOff, lookBack, { role: actor.role, unit: actor.unit }],
    ['verifier-is-unnamed', struckOff, lookBack, { role: actor.role, person: actor.person }],
    ['verifier-of-a-responsible-unit', struckOff, lookBack, { ...actor, unit: leadUnit }],
    ['verifier-of-a-responsible-unit', struckOff, lookBack, { ...actor, unit: supportingUnit }],
    ['verifier-answers-for-the-task', struckOff, lookBack, { ...actor, person: responsible }],
    ['verifier-answers-for-the-task', struckOff, lookBack, { ...actor, person: plumber }],
    ['entry-id-is-taken', looked, { ...lookBack, found: 'lasting' }, actor],
    ['entry-id-is-taken', looked, { ...lookBack, seen: 'Another' }, actor],
    ['entry-id-is-taken', looked, { ...lookBack, where: 'Another' }, actor],
    ['entry-id-is-taken', looked, { ...lookBack, on: dayBefore }, actor],
    ['entry-id-is-taken', struckOff, { ...lookBack, entryId: attach.entryId }, actor],
    ['not-closed', justAssigned, lookBack, actor],
    ['not-closed', confirmed, lookBack, actor],
    ['not-closed', putBack, lookBack, actor],
    ['not-closed', given(...toClosing, taskWithdrawn), lookBack, actor],
    ['seen-before-the-closing', struckOff, { ...lookBack, on: yesterday }, actor],
    ['seen-in-the-future', struckOff, { ...lookBack, on: dayAfter }, actor],
  ] as const)('but is told %s', (reason, task, command, who) => {
    task.when(recordLookBack(command, who as Actor, lookBackOn, independent)).isRejected(reason);
  });

  it('but not with another post in a responsible unit', () => {
    for (const unit of [leadUnit, supportingUnit])
      struckOff
        .when(recordLookBack(lookBack, actor, lookBackOn, belongingTo(unit)))
        .isRejected('verifier-of-a-responsible-unit');
  });

  it('but not after leaving a responsible unit lately, unless the office let that pass', () => {
    const left = lately(leadUnit);
    struckOff.when(recordLookBack(lookBack, actor, lookBackOn, left)).isRejected('verifier-is-recused');
    const permitted = lately(leadUnit, overrideId);
    struckOff
      .when(recordLookBack(lookBack, actor, lookBackOn, permitted))
      .yields(having(relapsed, { recusal: permitted.recusal }));
  });
});
