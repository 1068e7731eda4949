import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import type { IssueId, OpinionId } from '@redress/contracts/values';
import type { ListedIssue } from './issue.js';

/** Every task is closed: what came of it, in the order in which they were, for those who spoke. */
export const resolution = (
  issueId: IssueId,
  { tasks }: ListedIssue,
  opinions: readonly OpinionId[],
): IssueEvent => {
  const outcome = tasks.flatMap(({ outcome }) => outcome ?? []).join('\n\n');
  const data = { issueId, opinions: [...opinions], tasks: tasks.map(({ id }) => id), outcome };
  return { type: 'IssueResolved', data };
};
