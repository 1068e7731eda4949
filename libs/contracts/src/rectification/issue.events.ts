import type { Category, Event } from '../event.js';
import type { Channel, Severity } from '../intake/words.js';
import type { IssueId, OpinionId, TaskId, UnitId } from '../values.js';

// Stored for ever: a type is never renamed, and its data changes only with a lift from the last version.
export type IssueEvent =
  | Event<
      'IssueListed',
      About & {
        title: string;
        problem: string;
        topic: string;
        severity: Severity;
        opinionId: OpinionId;
        /** Through which way the opinion came; absent from before it was told. */
        channel?: Channel;
      }
    >
  | Event<'OpinionJoinedIssue', About & { opinionId: OpinionId }>
  /** The units are the lead unit and the supporting ones: from now on they may see the issue. */
  | Event<'TaskBegunOnIssue', AboutTask & { title: string; units: UnitId[] }>
  /** From now on these units may see the issue as well. */
  | Event<'TaskReassignedOnIssue', AboutTask & { units: UnitId[] }>
  | Event<'TaskClosedOnIssue', AboutTask & { outcome: string }>
  | Event<'TaskReopenedOnIssue', AboutTask & { reason: string }>
  /** Every task on it is closed. The opinions are those whose submitters have to hear of it now. */
  | Event<'IssueResolved', About & { opinions: OpinionId[]; tasks: TaskId[]; outcome: string }>
  | Event<'IssueReopened', About & { opinions: OpinionId[]; reason: string }>;

type About = { issueId: IssueId };
/** At which revision of the task's stream it happened: what arrives late is known to be late. */
type AboutTask = About & { taskId: TaskId; taskRevision: number };

export const issueEvents: Category<IssueEvent> = {
  name: 'issue',
  lifts: {
    IssueListed: [],
    OpinionJoinedIssue: [],
    TaskBegunOnIssue: [],
    TaskReassignedOnIssue: [],
    TaskClosedOnIssue: [],
    TaskReopenedOnIssue: [],
    IssueResolved: [],
    IssueReopened: [],
  },
};
