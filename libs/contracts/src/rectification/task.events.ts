import type { Category, Event, JsonObject } from '../event.js';
import type { Severity } from '../intake/words.js';
import type {
  CardId,
  Day,
  EntryId,
  ExtensionId,
  FindingId,
  IssueId,
  MeasureId,
  PersonId,
  Sha256,
  TaskId,
  UnitId,
} from '../values.js';
import type { AftermathEvent } from './aftermath.events.js';
import type { EscalationEvent } from './escalation.events.js';
import type { EvidenceFileOfEvent } from './evidence-file.js';
import type { Independent } from './independent.js';
import type { TermOfEvent } from './term.js';
import type { IssueChannel, Signature, TaskType } from './words.js';

// Stored for ever: a type is never renamed, and its data changes only with a lift from the last version.
// An event says what a stranger needs, so that notification and audit keep no copy of the task.
export type TaskEvent =
  | Event<
      'TaskAssigned',
      About & {
        issues: IssueId[];
        title: string;
        leadUnit: UnitId;
        supportingUnits: UnitId[];
        taskType: TaskType;
        deadline: Day;
        /** How it was computed; absent where the office named it. */
        deadlineBy?: TermOfEvent;
        criterion: string;
        /** Until when the lead unit may return it. */
        returnBy: TermOfEvent;
        /** Absent from before it was told. */
        about?: AboutIssues;
        /** From which finding it is; absent where the office assigned it. */
        findingId?: FindingId;
      }
    >
  | Event<
      'TaskReturned',
      AboutEntry & {
        issues: IssueId[];
        title: string;
        leadUnit: UnitId;
        reason: string;
        /** Absent where none were in force. */
        endedCards?: CardId[];
      }
    >
  /** Who answers for it now, and who does no more. */
  | Event<
      'TaskReassigned',
      AboutEntry & {
        issues: IssueId[];
        title: string;
        leadUnit: UnitId;
        supportingUnits: UnitId[];
        deadline: Day;
        deadlineBy?: TermOfEvent;
        returnBy: TermOfEvent;
        formerUnits: UnitId[];
      }
    >
  | Event<'TaskAccepted', About & { leadUnit: UnitId; responsible: PersonId }>
  | Event<'MeasuresPlanned', About & { measures: Measure[] }>
  | Event<'ProgressReported', About & { entryId: EntryId; unit: UnitId; text: string; done: MeasureId[] }>
  /** The hash is that of the file, or without one that of the note. */
  | Event<
      'EvidenceAttached',
      AboutEntry & { unit: UnitId; note: string; sha256: Sha256; file?: EvidenceFileOfEvent }
    >
  | Event<
      'CloseOutRequested',
      About & {
        entryId: EntryId;
        summary: string;
        /** Of everything that was attached so far, each hash once. */
        evidence: Sha256[];
        unfinished: Unfinished[];
        /** The request before, when it was still to be verified or closed. */
        replaces?: EntryId;
        /** Absent from before a signature was asked for: then it was not required. */
        signature?: Signature;
        /** Made after the deadline had passed, so that cards are drawn on; what waits for others since before waits on. */
        late?: true;
      }
    >
  | Event<'CloseOutVerified', AboutEntry & { seen: string; where: string; on: Day } & Independent>
  | Event<'CloseOutRejected', AboutEntry & { missing: string } & Independent>
  /** Names exactly what was looked at: the request, its evidence, and the revision of the task's stream. */
  | Event<
      'TaskClosed',
      About & {
        issues: IssueId[];
        entryId: EntryId;
        evidence: Sha256[];
        atRevision: number;
        outcome: string;
        endedCards?: CardId[];
        /** When somebody has to look whether it lasted. */
        lookBack?: { from: Day; on: Day; months: number; policy: string };
      }
    >
  /** The deadline is the one that holds from then on; without it the old one goes on. */
  | Event<
      'TaskReopened',
      About & {
        issues: IssueId[];
        reason: string;
        /** From which day on something is owed again; what is from before it was told does not say. */
        on?: Day;
        deadline?: Day;
        deadlineBy?: TermOfEvent;
      }
    >
  | Event<'MeasuresChanged', AboutEntry & { reason: string; measures: Measure[] } & Difference>
  | Event<
      'ResponsibleNamed',
      AboutEntry & { leadUnit: UnitId; responsible: PersonId; insteadOf: PersonId; reason: string }
    >
  | Event<
      'ExtensionRequested',
      AboutExtension & { title: string; deadline: Day; daysInAll: number; reason: string }
    >
  /**
   * The deadline that was moved, how far the new one is from the first, by which policy that was allowed, and on which day;
   * what is from before it was told does not say the day.
   */
  | Event<'ExtensionGranted', AboutExtension & { deadline: Day; daysInAll: number; policy: string; on?: Day }>
  | Event<'ExtensionRefused', AboutExtension & { reason: string }>
  /** Nobody answered while the task was in the hands of the lead unit. */
  | Event<'ExtensionLapsed', AboutExtension>
  | EscalationEvent
  | AftermathEvent;

type About = { taskId: TaskId };
type AboutEntry = About & { entryId: EntryId };
/** What the issues are about, so that the ledger needs no look at them. */
export type AboutIssues = {
  /** One after the other, as much of it as has room; the issues have the whole. */
  problem: string;
  topics: string[];
  /** The gravest. */
  severity: Severity;
  /** Through which ways they came. */
  channels: IssueChannel[];
};
type AboutExtension = About & { extensionId: ExtensionId; leadUnit: UnitId; until: Day };
export type Measure = { measureId: MeasureId; what: string; person: PersonId; due: Day; criterion: string };
/** Of the measures as they are now, to those before. */
type Difference = { added: MeasureId[]; changed: MeasureId[]; removed: MeasureId[] };
/** A measure that was not done, and why the task may be closed all the same. */
export type Unfinished = { measureId: MeasureId; explanation: string };

/** Version 1 knew no return: such a task can be returned as long as its deadline, the only day in it, has not passed. */
const returnedByTheDeadline = ({ deadline = '', ...data }: JsonObject): JsonObject => {
  const counted = { from: deadline, workingDays: 0, to: deadline, calendar: 'none', policy: 'none' };
  return { ...data, deadline, returnBy: counted };
};

export const taskEvents: Category<TaskEvent> = {
  name: 'task',
  lifts: {
    TaskAssigned: [returnedByTheDeadline],
    TaskReturned: [],
    TaskReassigned: [],
    TaskAccepted: [],
    MeasuresPlanned: [],
    ProgressReported: [],
    EvidenceAttached: [],
    CloseOutRequested: [],
    CloseOutVerified: [],
    CloseOutRejected: [],
    TaskClosed: [],
    TaskReopened: [],
    MeasuresChanged: [],
    ResponsibleNamed: [],
    ExtensionRequested: [],
    ExtensionGranted: [],
    ExtensionRefused: [],
    ExtensionLapsed: [],
    TaskReminded: [],
    CardDrawn: [],
    CardAnswered: [],
    CardAppealed: [],
    AppealDecided: [],
    EscalationProposed: [],
    EscalationApproved: [],
    EscalationRefused: [],
    EscalationCarriedOut: [],
    EscalationLapsed: [],
    CloseOutSigned: [],
    NoticePublished: [],
    NoticeSkipped: [],
    ObjectionRaised: [],
    ObjectionAnswered: [],
    LookBackFellDue: [],
    LookedBack: [],
    ReviewRequested: [],
    ReviewAnswered: [],
    TaskWithdrawn: [],
  },
};
