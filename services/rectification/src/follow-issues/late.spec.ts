import { it } from '@jest/globals';
import { OUTCOME_LENGTH } from '@redress/contracts/outcomes';
import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import {
  begun,
  listed,
  merged,
  otherOpinionId,
  otherTaskId,
  takenIn,
  taskClosed,
  unmerged,
} from '@redress/contracts/rectification/issue.examples';
import { leadUnit, supportingUnit } from '@redress/contracts/rectification/people.examples';
import { issueId, otherIssueId, taskId } from '@redress/contracts/rectification/task.examples';
import type { IssueId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { issues, type ListedIssue } from '../issue/issue.js';
import { giveBack, takeIn } from './follow-source.js';

const { given } = specFor(issues);
type TakenIn = Extract<IssueEvent, { type: 'IssueTakenIn' }>;

const sourceAfter = (...events: readonly IssueEvent[]) =>
  events.reduce(
    issues.evolve,
    issues.evolve(issues.initial, having(listed, { opinionId: otherOpinionId })),
  ) as ListedIssue;
const taking = (...events: readonly IssueEvent[]) => {
  const { merging, ...source } = sourceAfter(...events, merged);
  if (!merging) throw new Error('it is not merged');
  return takeIn(issueId, otherIssueId, { ...source, merging });
};

it('what was taken in already is no news, also for an issue that was merged itself since', () => {
  const onwards = having(merged, { into: '0190a5c4-1111-7aaa-8aaa-000000000077' as IssueId });
  given(listed, takenIn, onwards).when(taking()).changesNothing();
});

it('nothing is given back to an issue of which as much is known already', () => {
  const known = having<TakenIn>(takenIn, { sourceRevision: 2 });
  given(listed, known)
    .when(giveBack(issueId, otherIssueId, sourceAfter(merged, unmerged)))
    .changesNothing();
});

it('the longest outcome stays whole beside a task that is open', () => {
  const outcome = '整'.repeat(OUTCOME_LENGTH - '\n\n'.length);
  const closed = having(taskClosed, { taskId: otherTaskId, outcome, stands: 'resolved' });
  given(listed)
    .when(taking(having(begun, { taskId: otherTaskId }), closed, having(begun, { taskId })))
    .yields(
      having<TakenIn>(takenIn, {
        sourceRevision: 4,
        tasks: [
          { taskId: otherTaskId, taskRevision: 7, outcome },
          { taskId, taskRevision: 0 },
        ],
        units: [leadUnit, supportingUnit],
        stands: 'in-hand',
      }),
    );
});
