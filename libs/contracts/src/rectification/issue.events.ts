import type { Category, Event, JsonObject } from '../event.js';
import type { IssuingRefusal } from '../inspection/finding-words.js';
import type { Severity } from '../intake/words.js';
import type { EntryId, FindingId, IssueId, OpinionId, PersonId, TaskId, UnitId } from '../values.js';
import type { TaskEvent } from './task.events.js';
import type { IssueChannel, IssueStatus } from './words.js';

// Stored for ever: a type is never renamed, and its data changes only with a lift from the last version.
export type IssueEvent =
  | Event<'IssueListed', About & ListingOfEvent & ByWhom & { opinionId: OpinionId }>
  /** With its one task as it will be assigned: this event decides on both, so that nothing can come between. */
  | Event<
      'IssueListedFromFinding',
      About & ListingOfEvent & FromFinding & { authors: PersonId[]; task: TaskToAssign }
    >
  /** What inspection issued does not hold here; the issue is not on the books, and the finding hears why. */
  | Event<'FindingNotListed', About & FromFinding & { reason: IssuingRefusal }>
  | Event<'OpinionJoinedIssue', About & ByWhom & { opinionId: OpinionId }>
  /** The units are the lead unit and the supporting ones: from now on they may see the issue. */
  | Event<'TaskBegunOnIssue', AboutTask & { title: string; units: UnitId[] }>
  /** From now on these units may see the issue as well. */
  | Event<'TaskReassignedOnIssue', AboutTask & { units: UnitId[] }>
  | Event<'TaskClosedOnIssue', AboutTask & { outcome: string }>
  | Event<'TaskReopenedOnIssue', AboutTask & { reason: string }>
  /** Every task on it is closed. The opinions are those whose submitters have to hear of it now. */
  | Event<'IssueResolved', About & { opinions: OpinionId[]; tasks: TaskId[]; outcome: string }>
  | Event<'IssueReopened', About & Standing & { opinions: OpinionId[]; reason: string }>
  /** From now on it is dealt with under the other one. What is its own, opinions and tasks, stays its own. */
  | Event<'IssueMerged', About & { into: IssueId; reason: string }>
  | Event<'IssueUnmerged', About & Standing & { from: IssueId; reason: string }>
  /** The other side: what of the source is new here, as it was at a revision of the source's stream. */
  | Event<
      'IssueTakenIn',
      About &
        Standing & {
          source: IssueId;
          sourceRevision: number;
          reason: string;
          opinions: OpinionId[];
          tasks: TaskOfSource[];
          units: UnitId[];
        }
    >
  /** What goes with the source. Those opinions that stay belong to this issue by another way as well. */
  | Event<
      'IssueGivenBack',
      About &
        Standing & {
          source: IssueId;
          /** At which the source was on its own again. */
          sourceRevision: number;
          reason: string;
          opinions: OpinionId[];
          staying: OpinionId[];
          tasks: TaskId[];
          units: UnitId[];
        }
    >
  /** Some opinions go to a new issue; those in `both` belong to it as well as to this one. */
  | Event<
      'IssueSplit',
      About &
        ListingOfEvent & { newIssueId: IssueId; opinions: OpinionId[]; both: OpinionId[]; reason: string }
    >
  /** The other side: the new issue is on the books. */
  | Event<
      'IssueSplitOff',
      About & ListingOfEvent & ByWhom & { from: IssueId; opinions: OpinionId[]; reason: string }
    >;

type About = { issueId: IssueId };
/** At which revision of the task's stream it happened: what arrives late is known to be late. */
type AboutTask = About & Standing & { taskId: TaskId; taskRevision: number };
/** How the issue stands since. */
type Standing = { stands: IssueStatus };
type ListingOfEvent = {
  title: string;
  problem: string;
  topic: string;
  severity: Severity;
  /** Through which way the opinion came; absent from before it was told. */
  channel?: IssueChannel;
};
/** Which finding, as it was issued which time. */
type FromFinding = { findingId: FindingId; attempt: EntryId };
export type TaskToAssign = Extract<TaskEvent, { type: 'TaskAssigned' }>['data'];
/** Who decided that it is so; the service only wrote it down. Absent from before it was told. */
type ByWhom = { listedBy?: PersonId };
/** A task of an issue that was merged: closed when it has an outcome; the reason is that of its last reopening. */
export type TaskOfSource = { taskId: TaskId; taskRevision: number; outcome?: string; reason?: string };

/** Before issues could be merged, an issue with a task was in hand until `IssueResolved`. */
const inHand = (data: JsonObject): JsonObject => ({ ...data, stands: 'in-hand' });

export const issueEvents: Category<IssueEvent> = {
  name: 'issue',
  lifts: {
    IssueListed: [],
    IssueListedFromFinding: [],
    FindingNotListed: [],
    OpinionJoinedIssue: [],
    TaskBegunOnIssue: [inHand],
    TaskReassignedOnIssue: [inHand],
    TaskClosedOnIssue: [inHand],
    TaskReopenedOnIssue: [inHand],
    IssueResolved: [],
    IssueReopened: [inHand],
    IssueMerged: [],
    IssueUnmerged: [],
    IssueTakenIn: [],
    IssueGivenBack: [],
    IssueSplit: [],
    IssueSplitOff: [],
  },
};
