import { type IssueEvent, issueEvents } from '@redress/contracts/rectification/issue.events';
import type { IssueStatus } from '@redress/contracts/rectification/words';
import type { IssueId, OpinionId, PersonId, UnitId } from '@redress/contracts/values';
import type { Aggregate } from '@redress/eventsourcing/aggregate';
import { tasksOf, type TaskOnIssue, withTask } from './belongings.js';
import { givenBack, type Source, takenIn } from './sources.js';

/** `notListed`: how often a finding was refused a place on the books under this id. */
export type Issue = { readonly status: 'unlisted'; readonly notListed?: number } | ListedIssue;

export type ListedIssue = {
  readonly status: IssueStatus;
  /** Of its stream, at the last event. */
  readonly revision: number;
  /** What the first opinion put on the books, or the office when it split another issue. */
  readonly listing: Listing;
  /** The finding that put it there; absent where an opinion did. */
  readonly finding?: Pick<Of<'IssueListedFromFinding'>, 'findingId' | 'task'>;
  /** Who put it on the books, or something more to it, as far as that was told. */
  readonly authors: readonly PersonId[];
  /** Its own: those that were listed under its id, or came with a split. */
  readonly opinions: readonly OpinionId[];
  /** Its own; those that are closed come in the order in which they were. */
  readonly tasks: readonly TaskOnIssue[];
  /** Which answer for its own tasks, or did. */
  readonly units: readonly UnitId[];
  /** Under which other issue it is dealt with, and why. */
  readonly merging: Merging | undefined;
  /** When it was last on its own again, and why. */
  readonly unmerging: { readonly revision: number; readonly reason: string } | undefined;
  /** The issues that are dealt with under this one, or were. */
  readonly sources: readonly Source[];
  readonly splits: readonly Split[];
};

export type Merging = { readonly into: IssueId; readonly reason: string };

type Of<Type extends IssueEvent['type']> = Extract<IssueEvent, { type: Type }>['data'];
export type Listing = Omit<Of<'IssueListed'>, 'issueId' | 'opinionId' | 'listedBy'>;
export type Split = Of<'IssueSplit'>;

const evolve = (issue: Issue, event: IssueEvent): Issue => {
  const { type, data } = event;
  if (type === 'IssueListed') return begun(data, [data.opinionId]);
  if (type === 'IssueSplitOff') return begun(data, data.opinions);
  if (type === 'IssueListedFromFinding') return fromFinding(issue, data);
  if (issue.status !== 'unlisted') return evolved(issue, event);
  return type === 'FindingNotListed' ? { ...issue, notListed: (issue.notListed ?? 0) + 1 } : issue;
};

/** What can happen to an issue that is on the books. */
export type LaterEvent = Exclude<
  IssueEvent,
  { type: 'IssueListed' | 'IssueSplitOff' | 'IssueListedFromFinding' }
>;

export const evolved = (before: ListedIssue, event: LaterEvent): ListedIssue => {
  const after = changed({ ...before, revision: before.revision + 1 }, event);
  return { ...after, status: statusOf(after) };
};

const begun = (
  { title, problem, topic, severity, channel, listedBy }: Listing & { readonly listedBy?: PersonId },
  opinions: readonly OpinionId[],
): ListedIssue => ({
  status: 'listed',
  revision: 0,
  listing: { title, problem, topic, severity, ...(channel && { channel }) },
  authors: listedBy ? [listedBy] : [],
  opinions,
  tasks: [],
  units: [],
  merging: undefined,
  unmerging: undefined,
  sources: [],
  splits: [],
});

const fromFinding = (issue: Issue, data: Of<'IssueListedFromFinding'>): ListedIssue => {
  const { authors, findingId, task } = data;
  const revision = issue.status === 'unlisted' ? (issue.notListed ?? 0) : issue.revision + 1;
  return { ...begun(data, []), revision, authors, finding: { findingId, task } };
};

const changed = (issue: ListedIssue, { type, data }: LaterEvent): ListedIssue => {
  switch (type) {
    case 'OpinionJoinedIssue':
      return {
        ...issue,
        opinions: [...issue.opinions, data.opinionId],
        authors: [...issue.authors, ...(data.listedBy ? [data.listedBy] : [])],
      };
    case 'TaskBegunOnIssue':
    case 'TaskReassignedOnIssue': {
      const units = [...new Set([...issue.units, ...data.units])];
      return withTask({ ...issue, units }, { id: data.taskId, revision: data.taskRevision });
    }
    case 'TaskClosedOnIssue': {
      const { taskId: id, taskRevision: revision, outcome } = data;
      return withTask(issue, { id, revision, outcome });
    }
    case 'TaskReopenedOnIssue': {
      const { taskId: id, taskRevision: revision, reason } = data;
      return withTask(issue, { id, revision, reason });
    }
    case 'IssueMerged':
      return { ...issue, merging: { into: data.into, reason: data.reason } };
    case 'IssueUnmerged':
      return { ...issue, merging: undefined, unmerging: { revision: issue.revision, reason: data.reason } };
    case 'IssueTakenIn':
      return { ...issue, sources: takenIn(issue.sources, data) };
    case 'IssueGivenBack':
      return { ...issue, sources: givenBack(issue.sources, data) };
    case 'IssueSplit': {
      const opinions = issue.opinions.filter((id) => !data.opinions.includes(id));
      return { ...issue, opinions, splits: [...issue.splits, data] };
    }
    case 'IssueResolved':
    case 'IssueReopened':
    case 'FindingNotListed':
      return issue;
  }
};

const statusOf = (issue: ListedIssue): IssueStatus => {
  if (issue.merging) return 'merged';
  const tasks = tasksOf(issue);
  if (tasks.length === 0) return 'listed';
  return tasks.every(({ outcome }) => outcome !== undefined) ? 'resolved' : 'in-hand';
};

export const issues: Aggregate<Issue, IssueEvent> = {
  ...issueEvents,
  initial: { status: 'unlisted' },
  evolve,
};
