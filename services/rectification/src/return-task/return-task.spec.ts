import { describe, it } from '@jest/globals';
import {
  appealUpheld,
  blueDrawn,
  blueId,
  yellowAppealed,
  yellowDrawn,
} from '@redress/contracts/rectification/escalation.examples';
import { listed } from '@redress/contracts/rectification/issue.examples';
import {
  dayAfterDeadline,
  deadline,
  lead,
  leadUnit,
  officer,
  strangeUnit,
  stranger,
  supporter,
  supportingUnit,
  today,
} from '@redress/contracts/rectification/people.examples';
import type { ReassignTask } from '@redress/contracts/rectification/return-task';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import { lapsed, timeAsked } from '@redress/contracts/rectification/more-time.examples';
import {
  accepted,
  assign,
  assigned,
  giveBack,
  reassign,
  reassigned,
  returnBy,
  returned,
} from '@redress/contracts/rectification/task.examples';
import type { Day, EntryId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { acceptTask } from '../accept-task/accept-task.js';
import { assignTask } from '../assign-task/assign-task.js';
import { issues } from '../issue/issue.js';
import { standards } from '../policy/standards.examples.js';
import { returnTerm } from '../policy/terms.js';
import { justAccepted, justAssigned, struckOff, unassigned, workedOn } from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { reassignTask, returnTask } from './return-task.js';

const { given } = specFor(tasks);
const sentBack = given(assigned, returned);
const elsewhere = given(assigned, returned, reassigned);

const dayAfterTerm = '2026-03-28' as Day;
const entryId = '0190a5c4-1111-7aaa-8aaa-000000000059' as EntryId;
const there = [leadUnit, supportingUnit, strangeUnit];

describe('the lead unit returns a task', () => {
  it('and says why, on the last day of the term at the latest', () => {
    justAssigned.when(returnTask(giveBack, lead, today)).yields(returned);
    justAssigned.when(returnTask(giveBack, lead, returnBy.to)).yields(returned);
  });

  it('and more time that was asked for lapses', () => {
    given(assigned, timeAsked)
      .when(returnTask(giveBack, lead, today))
      .yields(returned, lapsed);
  });

  it('and the cards that are in force end', () => {
    given(assigned, blueDrawn, yellowDrawn, yellowAppealed, appealUpheld)
      .when(returnTask(giveBack, lead, today))
      .yields(having<TaskEvent & { type: 'TaskReturned' }>(returned, { endedCards: [blueId] }));
  });

  it('once: the same again is a repeat, even when it leads the task again', () => {
    sentBack.when(returnTask(giveBack, lead, dayAfterTerm)).changesNothing();
    given(assigned, returned, having(reassigned, { leadUnit, formerUnits: [] }))
      .when(returnTask(giveBack, lead, today))
      .changesNothing();
  });

  it('also when it is the second to lead it, in a term of its own', () => {
    const again = { ...giveBack, entryId };
    const term = { ...returnBy, to: dayAfterDeadline };
    given(assigned, returned, having(reassigned, { returnBy: term }))
      .when(returnTask(again, stranger, dayAfterDeadline))
      .yields(having(returned, { entryId, leadUnit: strangeUnit }));
  });

  it.each([
    ['no-such-task', unassigned, giveBack, lead, today],
    ['not-the-lead-unit', justAssigned, giveBack, supporter, today],
    ['not-the-lead-unit', justAssigned, giveBack, { ...officer, unit: lead.unit }, today],
    ['not-the-lead-unit', elsewhere, giveBack, lead, today],
    ['entry-id-is-taken', sentBack, { ...giveBack, reason: 'Another' }, lead, today],
    ['entry-id-is-taken', elsewhere, { ...giveBack, entryId: reassign.entryId }, stranger, today],
    ['task-is-returned', sentBack, { ...giveBack, entryId }, lead, today],
    ['already-accepted', justAccepted, giveBack, lead, today],
    ['already-accepted', struckOff, giveBack, lead, today],
    ['return-is-too-late', justAssigned, giveBack, lead, dayAfterTerm],
  ] as const)('but is told %s', (reason, task, command, actor, day) => {
    task.when(returnTask(command, actor, day)).isRejected(reason);
  });
});

const anyReassigned: Extract<TaskEvent, { type: 'TaskReassigned' }> = reassigned;
const unnamed = ({ deadline: _, ...command }: ReassignTask): ReassignTask => command;

describe('the office assigns a returned task anew', () => {
  it('to another unit, until another day', () => {
    sentBack.when(reassignTask(reassign, officer, today, there, standards)).yields(reassigned);
  });

  it('or to the same, which then answers for it as before', () => {
    const same = { ...reassign, leadUnit, supportingUnits: [], deadline };
    sentBack.when(reassignTask(same, officer, deadline, there, standards)).yields(
      having(reassigned, {
        ...same,
        returnBy: returnTerm(standards, deadline),
        formerUnits: [supportingUnit],
      }),
    );
  });

  it('until the day that the working days of its type come to, when it names none', () => {
    const open = unnamed(reassign);
    const deadlineBy = { ...returnBy, workingDays: 30, to: '2026-05-01' as Day };
    const counted = having(anyReassigned, { deadline: deadlineBy.to, deadlineBy });
    sentBack.when(reassignTask(open, officer, today, there, standards)).yields(counted);
    given(assigned, returned, counted)
      .when(reassignTask({ ...open, deadline: deadlineBy.to }, officer, today, there, standards))
      .isRejected('entry-id-is-taken');
    elsewhere.when(reassignTask(open, officer, today, there, standards)).isRejected('entry-id-is-taken');
    given(having(assigned, { taskType: 'ongoing' }), returned)
      .when(reassignTask(open, officer, today, there, standards))
      .isRejected('deadline-needed');
  });

  it('once: the same again is a repeat, however often it came back since; so is the first assignment', () => {
    const backAgain = given(assigned, returned, reassigned, having(returned, { entryId }));
    backAgain.when(reassignTask(reassign, officer, dayAfterTerm, there, standards)).changesNothing();
    const onTheBooks = [issues.evolve(issues.initial, listed)];
    elsewhere.when(assignTask(assign, officer, today, onTheBooks, there, standards)).changesNothing();
  });

  it('and the new lead unit accepts it, not the old one', () => {
    const accept = { taskId: assign.taskId, responsible: stranger.person };
    elsewhere.when(acceptTask(accept, lead, [leadUnit])).isRejected('not-the-lead-unit');
    elsewhere
      .when(acceptTask(accept, stranger, [strangeUnit]))
      .yields({ ...accepted, data: { ...accept, leadUnit: strangeUnit } });
    sentBack.when(acceptTask(accept, lead, [leadUnit])).isRejected('task-is-returned');
  });

  it.each([
    ['no-such-task', unassigned, {}, officer, today],
    ['not-the-office', sentBack, {}, lead, today],
    ['entry-id-is-taken', elsewhere, { leadUnit }, officer, today],
    ['entry-id-is-taken', elsewhere, { supportingUnits: [] }, officer, today],
    ['entry-id-is-taken', elsewhere, { deadline }, officer, today],
    ['entry-id-is-taken', sentBack, { entryId: giveBack.entryId }, officer, today],
    ['not-returned', justAssigned, {}, officer, today],
    ['not-returned', workedOn, {}, officer, today],
    ['lead-unit-also-supports', sentBack, { leadUnit: supportingUnit }, officer, today],
    ['deadline-before-assignment', sentBack, { deadline: today }, officer, dayAfterTerm],
  ] as const)('but is told %s', (reason, task, difference, actor, day) => {
    const { supportingUnits, ...command } = { ...reassign, ...difference };
    const said = { ...command, supportingUnits: [...supportingUnits] };
    task.when(reassignTask(said, actor, day, there, standards)).isRejected(reason);
  });

  it('but not to a unit that there is not on that day', () => {
    for (const units of [[strangeUnit], [supportingUnit]])
      sentBack.when(reassignTask(reassign, officer, today, units, standards)).isRejected('no-such-unit');
  });
});
