import { describe, it } from '@jest/globals';
import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import { begun, listed, resolved, taskClosed } from '@redress/contracts/rectification/issue.examples';
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
import { assign, assigned, returnBy } from '@redress/contracts/rectification/task.examples';
import type { UnitId } from '@redress/contracts/values';
import { type Issue, issues } from '../issue/issue.js';
import { justAssigned, struckOff, unassigned } from '../task/histories.examples.js';
import { assignTask } from './assign-task.js';

const issueAfter = (...events: readonly IssueEvent[]): Issue => events.reduce(issues.evolve, issues.initial);
const onTheBooks = issueAfter(listed);
const there = [leadUnit, supportingUnit];
const both = [onTheBooks, issueAfter(listed, begun)];

describe('the office assigns a task', () => {
  it('on issues that are on the books, even due on the same day', () => {
    unassigned.when(assignTask(assign, officer, today, both, there, returnBy)).yields(assigned);
    unassigned.when(assignTask(assign, officer, deadline, both, there, returnBy)).yields(assigned);
  });

  it('once: the same again is a repeat, even when the issues are resolved by then', () => {
    const solved = issueAfter(listed, begun, taskClosed, resolved);
    struckOff
      .when(assignTask(assign, officer, dayAfterDeadline, [solved, solved], there, returnBy))
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
    ['lead-unit-also-supports', unassigned, { ...assign, supportingUnits: [leadUnit] }, officer, today, both],
    ['deadline-before-assignment', unassigned, assign, officer, dayAfterDeadline, both],
  ] as const)('but is told %s', (reason, task, { supportingUnits, ...command }, actor, day, named) => {
    task
      .when(
        assignTask({ ...command, supportingUnits: [...supportingUnits] }, actor, day, named, there, returnBy),
      )
      .isRejected(reason);
  });

  it('but not to a unit that there is not on that day', () => {
    const told = (units: readonly UnitId[]): void => {
      unassigned.when(assignTask(assign, officer, today, both, units, returnBy)).isRejected('no-such-unit');
    };
    told([]);
    told([leadUnit]);
    told([supportingUnit]);
  });
});
