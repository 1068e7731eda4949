import type { Category, Event, Plain } from '../event.js';
import type { Day, PersonId, Position, ReportId, RoundId, Sha256, UnitId } from '../values.js';
import type { EventSpan, Figure, ReportNote, RoundFacts } from './report-numbers.js';

// Stored for ever: a type is never renamed, and its data changes only with a lift from the last version.
export type ReportEvent =
  /** All that it says from then on. What was signed before is signed no more. */
  | Event<'ReportDrafted', Ref & DraftOfEvent & Counted & { sha256: Sha256 }>
  /** Of the draft with this hash. */
  | Event<'ReportSigned', Ref & { sha256: Sha256; by: PersonId; on: Day }>
  /** Some of the numbers with which it is issued; so many in one event as fit. */
  | Event<
      'ReportNumbersPinned',
      Ref & {
        part: number;
        parts: number;
        figures: readonly Plain<Figure>[];
        notes: readonly Plain<ReportNote>[];
      }
    >
  | Event<
      'ReportIssued',
      Ref & Counted & { number: string; on: Day; round: Plain<RoundFacts>; sha256: Sha256; by?: PersonId }
    >
  | Event<'ReportCirculated', Ref & { units: readonly UnitId[] }>;

type Ref = { reportId: ReportId; roundId: RoundId };

export type DraftOfEvent = {
  title: string;
  issuer: string;
  addressees?: string;
  summary: string;
  assessment: string;
  requirements: string;
  signatories: readonly PersonId[];
};

/**
 * What the numbers were counted from, by which version of the rule, and the SHA-256 of their canonical JSON (RFC 8785).
 * `upTo` is how far the log was read, which another store calls otherwise; `events` names the last event by its id.
 */
export type Counted = {
  upTo: Position;
  day: Day;
  rule: number;
  events: Plain<EventSpan>;
  numbersSha256: Sha256;
};

export const reportEvents: Category<ReportEvent> = {
  name: 'report',
  lifts: {
    ReportDrafted: [],
    ReportSigned: [],
    ReportNumbersPinned: [],
    ReportIssued: [],
    ReportCirculated: [],
  },
};
