import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import { asOne } from '@redress/contracts/outcomes';
import type { IssueStatus } from '@redress/contracts/rectification/words';
import type { IssueId, OpinionId, TaskId } from '@redress/contracts/values';
import { opinionsOf, tasksOf } from './belongings.js';
import { evolved, type LaterEvent, type ListedIssue } from './issue.js';

/** How many opinions one event names: beside the longest outcome, it is still small enough to be stored. */
export const MOST_OPINIONS = 5_000;

/** What happens to an issue that is on the books, once it is known how it stands after that. */
export type Change = (stands: IssueStatus) => LaterEvent;

/**
 * The changes to an issue, and what follows for those who spoke. Who belongs to a resolved issue hears the outcome,
 * and again when it comes out otherwise; who heard one that does not hold any more hears that, and why.
 */
export const settled = (
  issueId: IssueId,
  before: ListedIssue,
  changes: readonly Change[],
  because: string,
): readonly IssueEvent[] => {
  let after = before;
  const events = changes.map((change) => {
    after = evolved(after, change(after.status));
    return change(after.status);
  });
  return [...events, ...following(issueId, before, after, because)];
};

const following = (
  issueId: IssueId,
  before: ListedIssue,
  after: ListedIssue,
  because: string,
): readonly IssueEvent[] => {
  const heard = opinionsOf(before);
  const [was, is] = [resolutionOf(before), resolutionOf(after)];
  if (is) {
    const isSame = was?.outcome === is.outcome;
    const opinions = opinionsOf(after).filter((id) => !isSame || !heard.includes(id));
    if (isSame && opinions.length === 0) return [];
    return inTurns(opinions).map((some) => ({
      type: 'IssueResolved',
      data: { issueId, opinions: some, ...is },
    }));
  }
  if (!was) return [];
  const { status: stands } = after;
  return inTurns(opinionsOf(after).filter((id) => heard.includes(id))).map((some) => ({
    type: 'IssueReopened',
    data: { issueId, opinions: some, reason: because, stands },
  }));
};

type Resolution = { readonly tasks: TaskId[]; readonly outcome: string };

/** Every task is closed: what came of it, in the order in which they were. */
const resolutionOf = (issue: ListedIssue): Resolution | undefined => {
  if (issue.status !== 'resolved') return undefined;
  const tasks = tasksOf(issue);
  return { tasks: tasks.map(({ id }) => id), outcome: asOne(tasks.flatMap(({ outcome }) => outcome ?? [])) };
};

/** As many as an event may name at a time; of none, one event that names none. */
export const inTurns = (opinions: readonly OpinionId[]): readonly OpinionId[][] =>
  Array.from({ length: Math.max(1, Math.ceil(opinions.length / MOST_OPINIONS)) }, (_, turn) =>
    opinions.slice(turn * MOST_OPINIONS, (turn + 1) * MOST_OPINIONS),
  );
