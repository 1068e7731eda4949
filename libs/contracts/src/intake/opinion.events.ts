import type { PersonalFields } from '../personal.js';
import type { Category, Event, JsonObject } from '../event.js';
import type { EntryId, IssueId, OpinionId, PersonId, PostId, Sha256, TaskId } from '../values.js';
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
        /** The submitter asked that units do not see who signed. */
        hidden?: true;
        /** Of what proves who holds the receipt, the argon2id hash; absent from before. */
        receipt?: string;
      }
    >
  | Event<'OpinionAcknowledged', About>
  | Event<'OpinionRedirected', About & { addressedTo: PostId; reason: string }>
  | Event<'SubmitterAsked', About & { entryId: EntryId; question: string }>
  /** It asks back when the opinion had been answered, which is then to be answered once more. */
  | Event<'SubmitterWrote', About & { entryId: EntryId; text: string; asksBack: boolean }>
  /** A picture or a text that the submitter added, as it is stored: without a name, and without what lay behind the picture. */
  | Event<'FileAttached', About & { entryId: EntryId; file: { sha256: Sha256; type: string; size: number } }>
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
  /** Its matters go their own ways from here, each as an opinion of its own. */
  | Event<'OpinionSplit', About & { parts: PartOfEvent[]; reason: string }>
  /** The first event of a part: what the whole said of this matter, and nothing of who said it. */
  | Event<
      'OpinionPartBegun',
      About & {
        whole: OpinionId;
        channel: Channel;
        title: string;
        text: string;
        topic?: string;
        place?: string;
        addressedTo?: PostId;
      }
    >
  | Event<'PartsJoined', About & { parts: OpinionId[]; reason: string }>
  | Event<'PartTakenBack', About & { whole: OpinionId; reason: string }>
  /** By merging or splitting, it waits for the end of another issue from here, or of one more. */
  | Event<'OpinionMoved', About & Standing & { leaves?: IssueAt; joins?: IssueAt; reason: string }>
  /** What was the end: of an issue, or, when `about` is another opinion, of its original or of a part of it. */
  | Event<'OutcomeTold', AboutEnd & { outcome: string; tasks: TaskId[] }>
  | Event<'OutcomeWithdrawn', AboutEnd & { reason: string }>
  | Event<'OutcomeAppraised', About & { appraisal: Appraisal; comment?: string }>;

type About = { opinionId: OpinionId };
/** The revision is that of the issue's stream, or of the other opinion's: what arrives late is known to be late. */
type AboutEnd = About & Standing & { about: OpinionId; issueId?: IssueId; revision: number };
type IssueAt = { issueId: IssueId; revision: number };
type PartOfEvent = { opinionId: OpinionId; title: string; text: string };
type Standing = {
  /** How the opinion stands since: `told` when nothing more is awaited. */
  stands: 'listed' | 'duplicate' | 'split' | 'told';
  /** All outcomes that hold since, when these are not just the one that is told here. */
  inAll?: string;
};

/** Before an opinion could have several ends, one was all. */
const toldAll = (data: JsonObject): JsonObject => ({ ...data, revision: 0, stands: 'told' });
const waitsAgain = (data: JsonObject): JsonObject => ({
  ...data,
  revision: 0,
  stands: data['about'] === data['opinionId'] ? 'listed' : 'duplicate',
});

const submitters = (...fields: readonly string[]): readonly PersonalFields[] => [
  { whose: 'submitter', fields },
];

export const opinionEvents: Category<OpinionEvent> = {
  name: 'opinion',
  continues: 'whole',
  // What a signed opinion says, and what is said between its submitter and the desk. Of an anonymous one nobody is known.
  personal: {
    OpinionSubmitted: submitters('title', 'text', 'place'),
    SubmitterAsked: submitters('question'),
    SubmitterWrote: submitters('text'),
    // Which file it was: once that is erased, nobody names the file any more, and it is removed.
    FileAttached: submitters('file.sha256'),
    OpinionAnswered: submitters('answer'),
    OpinionRefused: submitters('reason'),
    OpinionSplit: submitters('parts.*.title', 'parts.*.text'),
    OpinionPartBegun: submitters('title', 'text', 'place'),
    OutcomeAppraised: submitters('comment'),
  },
  lifts: {
    OpinionSubmitted: [],
    OpinionAcknowledged: [],
    OpinionRedirected: [],
    SubmitterAsked: [],
    SubmitterWrote: [],
    FileAttached: [],
    OpinionAnswered: [],
    OpinionRefused: [],
    OpinionMarkedDuplicate: [],
    DuplicateMarkLifted: [],
    OpinionListed: [],
    OpinionSplit: [],
    OpinionPartBegun: [],
    PartsJoined: [],
    PartTakenBack: [],
    OpinionMoved: [],
    OutcomeTold: [toldAll],
    OutcomeWithdrawn: [waitsAgain],
    OutcomeAppraised: [],
  },
};
