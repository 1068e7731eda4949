import type { Category, Event, Plain } from '../event.js';
import type { Severity } from '../intake/words.js';
import type { EvidenceFileOfEvent } from '../rectification/evidence-file.js';
import type { LookBackFinding, ReviewOutcome, TaskType } from '../rectification/words.js';
import type {
  Day,
  EntryId,
  FindingId,
  Instant,
  IssueId,
  ItemId,
  PersonId,
  RoundId,
  TaskId,
  TeamId,
  UnitId,
  VisitId,
} from '../values.js';
import type { Wording } from './checklist.js';
import type {
  FindingStatus,
  IssuingRefusal,
  TaskNewsOfFinding,
  TaskStanding,
  WithdrawalGround,
} from './finding-words.js';
import type { RecusalOfEvent } from './recusal.js';
import type { VisitKind } from './visit-words.js';

// Stored for ever: a type is never renamed, and its data changes only with a lift from the last version.
// Every act of a person has what was known of whether they may act for the unit on that day (`recusal`), but what the
// inspected unit says itself. What has none was written down by the service, because of something that happened.
export type FindingEvent =
  | Event<'FindingRecorded', About & FindingContent & { at: Instant } & Act>
  /** An item failed that must have a finding, and there was none: in the words of the checklist, until somebody finds better. */
  | Event<
      'FindingDrafted',
      About &
        FindingContent & { itemId: ItemId; entryId: EntryId; text: Plain<Wording>; visitRevision: number }
    >
  /** All that it says from then on. */
  | Event<'FindingChanged', Ref & Standing & FindingContent & { entryId: EntryId; reason: string } & Act>
  /** The unit is told of it, and sees it from then on. */
  | Event<'FindingCommunicated', Ref & { unit: UnitId } & Act>
  | Event<'FindingCommented', Ref & { entryId: EntryId; unit: UnitId; text: string; on: Day; by?: PersonId }>
  /** It becomes part of another one of the same unit, under an id of the joining. */
  | Event<'FindingJoined', Ref & Joining & { into: FindingId; reason: string } & Act>
  /** The other side, with what the other one said, and who of. */
  | Event<
      'FindingTookIn',
      Ref & Joining & FindingContent & { source: FindingId; authors: readonly PersonId[] }
    >
  | Event<'FindingGaveBack', Ref & Joining & { source: FindingId; reason: string } & Act>
  /** The other side: on its own again. `because`: the service undid the joining, since the other one could not take it in. */
  | Event<'FindingParted', Ref & Standing & Joining & { from: FindingId; reason?: string; because?: string }>
  /** A part of it becomes another finding; this is what is left. To take that back, the part is joined to it. */
  | Event<
      'FindingSplit',
      Ref &
        Standing &
        FindingContent & {
          entryId: EntryId;
          newFindingId: FindingId;
          part: FindingContent;
          reason: string;
        } & Act
    >
  /** The other side. */
  | Event<
      'FindingSplitOff',
      About &
        FindingContent & { from: FindingId; at: Instant; authors: readonly PersonId[]; communicatedOn?: Day }
    >
  /** What its items come to in the visit as it was submitted at a revision of its stream. */
  | Event<
      'FindingItemsJudged',
      Ref & { visitRevision: number; failing: readonly ItemId[]; notFailing: readonly ItemId[] }
    >
  | Event<
      'FindingWithdrawn',
      Ref & {
        entryId?: EntryId;
        ground: WithdrawalGround;
        reason?: string;
        visitRevision?: number;
      } & Partial<Act>
    >
  /** Its item failed once more, and must have a finding. */
  | Event<'FindingRestored', Ref & Standing & { visitRevision: number }>
  /** 限期改进: handed to rectification, with all that makes it an issue and a task there. */
  | Event<'FindingIssued', About & Issuing & Act>
  /** Rectification did not take it; it may be issued again. */
  | Event<'FindingRefused', Ref & { attempt: EntryId; unit: UnitId; reason: IssuingRefusal }>
  /** Where it went, and how it ended: the task as it stands after the news, so that nobody has to ask for it. */
  | Event<'FindingTaskFollowed', Ref & WhereFrom & FollowedTask>;

type Ref = { findingId: FindingId };
type WhereFrom = { unit: UnitId; visitId: VisitId; roundId?: RoundId; teamId: TeamId };
/** `seenOn`: the day of the visit. */
type About = Ref & WhereFrom & { kind: VisitKind; seenOn: Day };
/** Who acted, on which day, and what was known of whether they may. */
type Act = { by: PersonId; on: Day; recusal: RecusalOfEvent };
type Joining = { entryId: EntryId };
/** How it stands since. */
type Standing = { stands: FindingStatus };

/** What a finding says. Of one that nobody has put into words yet, nobody has said how grave it is. */
export type FindingContent = {
  fact: string;
  /** Which rule is violated. */
  basis: string;
  severity?: Severity;
  /** None for what was seen besides. */
  restsOn: readonly RestsOn[];
  files: readonly EvidenceFileOfEvent[];
};
/** An item of the checklist, and the entry of the visit that answers it. */
export type RestsOn = { itemId: ItemId; entryId?: EntryId };

/** What rectification needs, and nothing of the visit. */
export type Issuing = {
  attempt: EntryId;
  issueId: IssueId;
  taskId: TaskId;
  title: string;
  /** The fact and the basis, with those of the findings that are part of it. */
  problem: string;
  topic: string;
  severity: Severity;
  taskType: TaskType;
  leadUnit: UnitId;
  supportingUnits: readonly UnitId[];
  /** Absent: by the working days of the type. */
  deadline?: Day;
  criterion: string;
  /** Who found it, signed the visit, led the team or issued it: they do not answer when it is contested. */
  authors: readonly PersonId[];
  /** The findings that are part of it. */
  joined: readonly FindingId[];
};

/** The task as it stands at a revision of its stream. */
export type FollowedTask = {
  issueId: IssueId;
  taskId: TaskId;
  taskRevision: number;
  news: TaskNewsOfFinding;
  /** The day of the news. */
  day: Day;
  standing: TaskStanding;
  leadUnit: UnitId;
  supportingUnits: readonly UnitId[];
  taskType: TaskType;
  assignedOn: Day;
  deadline: Day;
  criterion: string;
  /** Of the last closing, while it is closed. */
  closedOn?: Day;
  outcome?: string;
  /** Why it was given back, opened again, contested or answered so. */
  reason?: string;
  /** Of the last review. */
  review?: { entryId: EntryId; answerBy: Day; outcome?: ReviewOutcome };
  /** What the last later look found. */
  lookedBack?: { found: LookBackFinding; on: Day };
};

export const findingEvents: Category<FindingEvent> = {
  name: 'finding',
  lifts: {
    FindingRecorded: [],
    FindingDrafted: [],
    FindingChanged: [],
    FindingCommunicated: [],
    FindingCommented: [],
    FindingJoined: [],
    FindingTookIn: [],
    FindingGaveBack: [],
    FindingParted: [],
    FindingSplit: [],
    FindingSplitOff: [],
    FindingItemsJudged: [],
    FindingWithdrawn: [],
    FindingRestored: [],
    FindingIssued: [],
    FindingRefused: [],
    FindingTaskFollowed: [],
  },
};
