declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

// Branded: a unit can never be passed where a person is meant, nor a moment where a day is.
export type OpinionId = Branded<'OpinionId'>;
export type IssueId = Branded<'IssueId'>;
export type TaskId = Branded<'TaskId'>;
export type MeasureId = Branded<'MeasureId'>;
/** Of a report of progress, a piece of evidence, a close-out request, a question or a reply. */
export type EntryId = Branded<'EntryId'>;
export type ExtensionId = Branded<'ExtensionId'>;
export type CardId = Branded<'CardId'>;
export type PolicyId = Branded<'PolicyId'>;
/** Of an organisation's own holidays, as they were loaded from one file. */
export type HolidaysId = Branded<'HolidaysId'>;
/** Of a file on its way. */
export type UploadId = Branded<'UploadId'>;
export type TeamId = Branded<'TeamId'>;
/** Of a declared interest in a unit. */
export type InterestId = Branded<'InterestId'>;
/** Of the office's leave to act in spite of a conflict. */
export type OverrideId = Branded<'OverrideId'>;
export type ChecklistId = Branded<'ChecklistId'>;
/** A code within its checklist, the same in all its versions. */
export type ItemId = Branded<'ItemId'>;
export type RoundId = Branded<'RoundId'>;
export type VisitId = Branded<'VisitId'>;
export type FindingId = Branded<'FindingId'>;
export type ReportId = Branded<'ReportId'>;
/** Of something that was seen in a visit and is worth copying. */
export type PracticeId = Branded<'PracticeId'>;
export type UnitId = Branded<'UnitId'>;
export type PersonId = Branded<'PersonId'>;
export type PostId = Branded<'PostId'>;
export type TokenId = Branded<'TokenId'>;
/** Of what lets somebody open an account, or set a password anew. */
export type InvitationId = Branded<'InvitationId'>;
/** Of somebody's asking to be registered. */
export type RegistrationId = Branded<'RegistrationId'>;
/** Of a second factor of an account. */
export type FactorId = Branded<'FactorId'>;
/** Of somebody's acting for another in a post. */
export type DeputyId = Branded<'DeputyId'>;
export type TopicId = Branded<'TopicId'>;
export type CaseId = Branded<'CaseId'>;
/** Of what keeps somebody from being erased. */
export type HoldId = Branded<'HoldId'>;
/** Of the record that somebody was shown personal data. */
export type ReadingId = Branded<'ReadingId'>;
/** Of anything that has a stream: an opinion, a visit, a person. */
export type MatterId = Branded<'MatterId'>;
/** Of the key under which what is a person's is sealed. */
export type KeyId = Branded<'KeyId'>;
/** Of a command or an event. */
export type MessageId = Branded<'MessageId'>;
/** An event that a reaction gave up. */
export type LetterId = Branded<'LetterId'>;

/** A calendar day where the organisation is, `2026-03-31`. Days compare as text. */
export type Day = Branded<'Day'>;

/** A moment in UTC, `2026-03-31T08:00:00.000Z`. Moments compare as text. */
export type Instant = Branded<'Instant'>;

/** The SHA-256 of some bytes, 64 hexadecimal digits in lower case. */
export type Sha256 = Branded<'Sha256'>;

/** How far a store has come: opaque, and ordered as text within one store. */
export type Position = Branded<'Position'>;
export const START = '' as Position;

export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export const daysBetween = (first: Day, last: Day): number =>
  (Date.parse(last) - Date.parse(first)) / 86_400_000;
