import type { Event } from '../event.js';
import type { CardId, Day, EntryId, IssueId, PersonId, TaskId, UnitId } from '../values.js';
import type { Independent } from './independent.js';
import type { TermOfEvent } from './term.js';
import type { LookBackFinding, ReviewOutcome } from './words.js';

/** What happens to a task beside the work: a signature, the public notice, the later look, and the unit's contest. */
export type AftermathEvent =
  /** The head of the lead unit stands for a request that somebody else of the unit made. */
  | Event<'CloseOutSigned', AboutEntry & { head: PersonId }>
  /** 公示: all that the public is shown, up to the last day of the term. */
  | Event<
      'NoticePublished',
      AboutEntry & {
        issues: IssueId[];
        title: string;
        criterion: string;
        leadUnit: UnitId;
        unitName: string;
        text: string;
        term: TermOfEvent;
      }
    >
  | Event<'NoticeSkipped', AboutEntry & { ground: string; reason: string; policy: string }>
  /** `entryId` is the close-out request. Anybody may object, without a name. */
  | Event<'ObjectionRaised', AboutEntry & { objectionId: EntryId; leadUnit: UnitId; text: string }>
  /** Upheld: the objection was right, and the task is open again. */
  | Event<
      'ObjectionAnswered',
      AboutEntry & { objectionId: EntryId; leadUnit: UnitId; upheld: boolean; answer: string }
    >
  | Event<
      'LookBackFellDue',
      About & { leadUnit: UnitId; title: string; dueOn: Day; months: number; policy: string }
    >
  /** `entryId` is the later check's own. */
  | Event<
      'LookedBack',
      AboutEntry & {
        leadUnit: UnitId;
        title: string;
        found: LookBackFinding;
        seen: string;
        where: string;
        on: Day;
        /** The check that was due, and is done with this one; absent on one that was not. */
        dueOn?: Day;
      } & Independent
    >
  | Event<
      'ReviewRequested',
      AboutEntry & { leadUnit: UnitId; title: string; reason: string; answerBy: Day; policy: string }
    >
  /** The criterion is the new one, where the review changed it. */
  | Event<
      'ReviewAnswered',
      AboutEntry & {
        leadUnit: UnitId;
        outcome: ReviewOutcome;
        reason: string;
        criterion?: string;
        /** After the last day for the answer; absent when it came in time. */
        daysLate?: number;
      } & Independent
    >
  /** After a review that took it back; to its issues this is an end like a closing. */
  | Event<
      'TaskWithdrawn',
      AboutEntry & { issues: IssueId[]; leadUnit: UnitId; reason: string; endedCards: CardId[] }
    >;

type About = { taskId: TaskId };
type AboutEntry = About & { entryId: EntryId };
