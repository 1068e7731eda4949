import type { Category, Event } from '../event.js';
import type { EntryId, IssueId, OpinionId, PersonId, PostId, TaskId } from '../values.js';
import type { Appraisal, Channel, RefusalGround, Severity } from './words.js';

// Stored for ever: a type is never renamed, and its data changes only with a lift from the last version.
// An event says what a stranger needs, so that rectification, notification and audit keep no copy of the opinion.
export type OpinionEvent =
  | Event<
      'OpinionSubmitted',
      About & {
        channel: Channel;
        title: string;
        text: string;
        topic?: string;
        place?: string;
        /** The role inbox that it is addressed to. */
        addressedTo?: PostId;
        /** Who signed it; absent when it is anonymous or was entered by the office for somebody. */
        submitter?: PersonId;
      }
    >
  | Event<'OpinionAcknowledged', About>
  | Event<'OpinionRedirected', About & { addressedTo: PostId; reason: string }>
  | Event<'SubmitterAsked', About & { entryId: EntryId; question: string }>
  /** It asks back when the opinion had been answered, which is then to be answered once more. */
  | Event<'SubmitterWrote', About & { entryId: EntryId; text: string; asksBack: boolean }>
  | Event<'OpinionAnswered', About & { answer: string }>
  | Event<'OpinionRefused', About & { ground: RefusalGround; reason: string }>
  | Event<'OpinionMarkedDuplicate', About & { of: OpinionId }>
  | Event<'DuplicateMarkLifted', About & { of: OpinionId; reason: string }>
  | Event<
      'OpinionListed',
      About & {
        issueId: IssueId;
        title: string;
        problem: string;
        topic: string;
        severity: Severity;
        /** Absent from before it was told. */
        channel?: Channel;
      }
    >
  /** What was the end: of its issue, or, when `about` is another opinion, of that whose duplicate this is. */
  | Event<'OutcomeTold', About & { about: OpinionId; outcome: string; issueId?: IssueId; tasks: TaskId[] }>
  | Event<'OutcomeWithdrawn', About & { about: OpinionId; reason: string }>
  | Event<'OutcomeAppraised', About & { appraisal: Appraisal; comment?: string }>;

type About = { opinionId: OpinionId };

export const opinionEvents: Category<OpinionEvent> = {
  name: 'opinion',
  lifts: {
    OpinionSubmitted: [],
    OpinionAcknowledged: [],
    OpinionRedirected: [],
    SubmitterAsked: [],
    SubmitterWrote: [],
    OpinionAnswered: [],
    OpinionRefused: [],
    OpinionMarkedDuplicate: [],
    DuplicateMarkLifted: [],
    OpinionListed: [],
    OutcomeTold: [],
    OutcomeWithdrawn: [],
    OutcomeAppraised: [],
  },
};
