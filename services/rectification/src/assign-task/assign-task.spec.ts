import { describe, it } from '@jest/globals';
import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import { begun, listed, merged, resolved, taskClosed } from '@redress/contracts/rectification/issue.examples';
import { listedFromFinding } from '@redress/contracts/rectification/from-finding.examples';
import {
  deadline,
  dayAfterDeadline,
  inspector,
  lead,
  leadUnit,
  officer,
  today,
  supportingUnit,
} from '@redress/contracts/rectification/people.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import { assign, assigned, returnBy } from '@redress/contracts/rectification/task.examples';
import type { AssignmentRejection, AssignTask } from '@redress/contracts/rectification/assign-task';
import type { Day, UnitId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { type Issue, issues } from '../issue/issue.js';
import { standards } from '../policy/standards.examples.js';
import { returnTerm } from '../policy/terms.js';
import { justAssigned, struckOff, unassigned } from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { assignTask } from './assign-task.js';

const { given } = specFor(tasks);
const anyAssigned: Extract<TaskEvent, { type: 'TaskAssigned' }> = assigned;
const unnamed = ({ deadline: _, ...command }: AssignTask): AssignTask => command;
const issueAfter = (...events: readonly IssueEvent[]): Issue => events.reduce(issues.evolve, issues.initial);
const onTheBooks = issueAfter(listed);
const there = [leadUnit, supportingUnit];
const both = [onTheBooks, issueAfter(listed, begun)];

it('an issue that comes from a finding has its task, and gets no second one', () => {
  const named = [onTheBooks, issueAfter(listedFromFinding)];
  unassigned
    .when(assignTask(assign, officer, today, named, there, standards))
    .isRejected('issue-has-its-task');
});

describe('the office assigns a task', () => {
  it('on issues that are on the books, even due on the same day', () => {
    unassigned.when(assignTask(assign, officer, today, both, there, standards)).yields(assigned);
    unassigned
      .when(assignTask(assign, officer, deadline, both, there, standards))
      .yields(having(anyAssigned, { returnBy: returnTerm(standards, deadline) }));
  });

  it('until the day that the working days of its type come to, when it names none', () => {
    const open = unnamed(assign);
    const counted = { ...returnBy, workingDays: 30, to: '2026-05-01' as Day };
    unassigned
      .when(assignTask(open, officer, today, both, there, standards))
      .yields(having(anyAssigned, { deadline: counted.to, deadlineBy: counted }));
    const { calendar, policy: version } = returnBy;
    const atOnce = { from: today, workingDays: 5, to: '2026-03-27' as Day, calendar, policy: version };
    unassigned
      .when(assignTask({ ...open, taskType: 'immediate' }, officer, today, both, there, standards))
      .yields(having(anyAssigned, { taskType: 'immediate', deadline: atOnce.to, deadlineBy: atOnce }));

    const assignedSo = given(having(anyAssigned, { deadline: counted.to, deadlineBy: counted }));
    assignedSo.when(assignTask(open, officer, dayAfterDeadline, both, there, standards)).changesNothing();
    assignedSo
      .when(assignTask({ ...open, deadline: counted.to }, officer, today, both, there, standards))
      .isRejected('already-assigned');
    justAssigned
      .when(assignTask(open, officer, today, both, there, standards))
      .isRejected('already-assigned');
  });

  it('of a type that the policy of the day has, and of its own working days or a day that is named', () => {
    const told = (taskType: string, reason: AssignmentRejection): void => {
      const open = unnamed({ ...assign, taskType });
      unassigned.when(assignTask(open, officer, today, both, there, standards)).isRejected(reason);
    };
    told('ongoing', 'deadline-needed');
    told('urgent', 'no-such-task-type');
    const urgent = { name: 'urgent', en: 'Urgent', zh: '紧急', cards: 'timed' } as const;
    const policy = { ...standards.policy, taskTypes: [urgent] };
    const changed = { ...standards, policy };
    const command = { ...assign, taskType: 'urgent' };
    unassigned
      .when(assignTask(command, officer, today, both, there, changed))
      .yields(having(anyAssigned, { taskType: 'urgent' }));
    unassigned.when(assignTask(assign, officer, today, both, there, changed)).isRejected('no-such-task-type');
  });

  it('once: the same again is a repeat, even when the issues are resolved by then', () => {
    const solved = issueAfter(listed, begun, taskClosed, resolved);
    struckOff
      .when(assignTask(assign, officer, dayAfterDeadline, [solved, solved], there, standards))
      .changesNothing();
  });

  it.each([
    ['not-the-office', unassigned, assign, lead, today, both],
    ['not-the-office', unassigned, assign, inspector, today, both],
    ['already-assigned', justAssigned, { ...assign, title: 'Another' }, officer, today, both],
    ['no-such-issue', unassigned, assign, officer, today, [onTheBooks, issueAfter()]],
    [
      'issue-is-resolved',
      unassigned,
      assign,
      officer,
      today,
      [onTheBooks, issueAfter(listed, begun, taskClosed, resolved)],
    ],
    ['issue-is-merged', unassigned, assign, officer, today, [onTheBooks, issueAfter(listed, merged)]],
    ['lead-unit-also-supports', unassigned, { ...assign, supportingUnits: [leadUnit] }, officer, today, both],
    ['deadline-before-assignment', unassigned, assign, officer, dayAfterDeadline, both],
  ] as const)('but is told %s', (reason, task, { supportingUnits, ...command }, actor, day, named) => {
    task
      .when(
        assignTask(
          { ...command, supportingUnits: [...supportingUnits] },
          actor,
          day,
          named,
          there,
          standards,
        ),
      )
      .isRejected(reason);
  });

  it('but not to a unit that there is not on that day', () => {
    const told = (units: readonly UnitId[]): void => {
      unassigned.when(assignTask(assign, officer, today, both, units, standards)).isRejected('no-such-unit');
    };
    told([]);
    told([leadUnit]);
    told([supportingUnit]);
  });
});
