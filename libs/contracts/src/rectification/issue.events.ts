import type { Category, Event } from '../event.js';
import type { Severity } from '../intake/words.js';
import type { IssueId, OpinionId, TaskId } from '../values.js';

// Stored for ever: a type is never renamed, and its data changes only with a lift from the last version.
export type IssueEvent =
  | Event<
      'IssueListed',
      About & { title: string; problem: string; topic: string; severity: Severity; opinionId: OpinionId }
    >
  | Event<'OpinionJoinedIssue', About & { opinionId: OpinionId }>
  | Event<'TaskBegunOnIssue', About & { taskId: TaskId }>
  | Event<'TaskClosedOnIssue', About & { taskId: TaskId; outcome: string }>
  | Event<'TaskReopenedOnIssue', About & { taskId: TaskId; reason: string }>
  /** Every task on it is closed. The opinions are those whose submitters hear of it. */
  | Event<'IssueResolved', About & { opinions: OpinionId[]; tasks: TaskId[]; outcome: string }>
  | Event<'IssueReopened', About & { opinions: OpinionId[]; reason: string }>;

type About = { issueId: IssueId };

export const issueEvents: Category<IssueEvent> = {
  name: 'issue',
  lifts: {
    IssueListed: [],
    OpinionJoinedIssue: [],
    TaskBegunOnIssue: [],
    TaskClosedOnIssue: [],
    TaskReopenedOnIssue: [],
    IssueResolved: [],
    IssueReopened: [],
  },
};
