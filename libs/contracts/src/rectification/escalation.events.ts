import type { Event } from '../event.js';
import type { CardId, Day, EntryId, PersonId, TaskId, UnitId } from '../values.js';
import type { TermOfEvent } from './term.js';
import type { CardColour, CardRule, EscalationKind } from './words.js';

/** What happens to a task that is late, or badly done: reminders, cards, and the last two steps. */
export type EscalationEvent =
  | Event<'TaskReminded', AboutEntry & { leadUnit: UnitId; title: string; text: string }>
  /** All that it takes to see why: the rule, the figures it counted by, and the events that drew it. */
  | Event<
      'CardDrawn',
      AboutCard & {
        leadUnit: UnitId;
        title: string;
        colour: CardColour;
        rule: CardRule;
        /** As it held then. */
        deadline: Day;
        /** The first day on which the rule held, however much later the card was drawn. */
        dueOn: Day;
        /** Which working days led to that day; absent where none are counted. */
        counted?: TermOfEvent;
        /** Revisions of this stream. */
        drawnOf: number[];
        policy: string;
        calendar: string;
        /** Until when the lead unit may appeal; and for a yellow card, until when it has to answer. */
        appealBy: TermOfEvent;
        answerBy?: TermOfEvent;
        /** By the office only. */
        reason?: string;
        drawnBy?: PersonId;
      }
    >
  | Event<'CardAnswered', AboutCard & { text: string }>
  /** Before there was a list of appeals, it did not say of which colour the card is. */
  | Event<
      'CardAppealed',
      AboutCard & { leadUnit: UnitId; title: string; colour?: CardColour; reason: string }
    >
  /** Upheld: the appeal was right, and the card is withdrawn. */
  | Event<
      'AppealDecided',
      AboutCard & {
        leadUnit: UnitId;
        upheld: boolean;
        reason: string;
        /** The gravest card that is in force from then on. */
        left?: CardColour;
        /** Of a yellow card that stays and is not answered yet: the time for an answer begins anew. */
        answerBy?: TermOfEvent;
      }
    >
  | Event<
      'EscalationProposed',
      AboutEntry & {
        kind: EscalationKind;
        leadUnit: UnitId;
        title: string;
        cardId: CardId;
        reason: string;
        proposedBy: PersonId;
        policy: string;
      }
    >
  | Event<'EscalationApproved', AboutEntry & { kind: EscalationKind; leadUnit: UnitId }>
  | Event<'EscalationRefused', AboutEntry & { kind: EscalationKind; leadUnit: UnitId; reason: string }>
  /** The talk was held, the circular went round. */
  | Event<
      'EscalationCarriedOut',
      AboutEntry & { kind: EscalationKind; leadUnit: UnitId; on: Day; record: string }
    >
  /** The card on which it rested is in force no more, before it was taken; what is from before it said when has no day. */
  | Event<'EscalationLapsed', AboutEntry & { kind: EscalationKind; leadUnit: UnitId; on?: Day }>;

type AboutEntry = { taskId: TaskId; entryId: EntryId };
type AboutCard = { taskId: TaskId; cardId: CardId };
