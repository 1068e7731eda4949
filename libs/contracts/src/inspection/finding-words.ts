/**
 * `drafted`: by the service, of a failed item that must have a finding, and nobody has put it into words. `joined`: it is
 * part of another one. `issued`: handed to rectification, which has not said yet that a unit answers for it.
 */
export const FINDING_STATUSES = [
  'drafted',
  'recorded',
  'communicated',
  'joined',
  'issued',
  'in-hand',
  'closed',
  'withdrawn',
] as const;
export type FindingStatus = (typeof FINDING_STATUSES)[number];

/** Why it counts no more: somebody took it back, its item fails no more, or a review found that it does not hold. */
export const WITHDRAWAL_GROUNDS = ['by-hand', 'items-pass', 'review'] as const;
export type WithdrawalGround = (typeof WITHDRAWAL_GROUNDS)[number];

/** What became of the task that a finding led to. */
export const TASK_NEWS = [
  'assigned',
  'returned',
  'reassigned',
  'accepted',
  'deadline-moved',
  'closed',
  'reopened',
  'looked-back',
  'review-asked',
  'review-answered',
  'withdrawn',
] as const;
export type TaskNewsOfFinding = (typeof TASK_NEWS)[number];

/** How that task stands; of one that is open, `accepted` once the lead unit took it. */
export const TASK_STANDINGS = ['assigned', 'returned', 'accepted', 'closed', 'withdrawn'] as const;
export type TaskStanding = (typeof TASK_STANDINGS)[number];

/** Why rectification puts a finding on no books: what it was issued with does not hold there. */
export const ISSUING_REFUSALS = [
  'no-such-unit',
  'no-such-severity',
  'no-such-task-type',
  'lead-unit-also-supports',
  'deadline-before-assignment',
  'deadline-needed',
  'id-is-taken',
] as const;
export type IssuingRefusal = (typeof ISSUING_REFUSALS)[number];

/** Why a finding rejects a command. */
export const FINDING_REJECTIONS = [
  'no-such-finding',
  'finding-is-another',
  'no-such-visit',
  'self-check-has-no-findings',
  'visit-not-open',
  'visit-is-cancelled',
  'visit-is-missed',
  'visit-not-submitted',
  'not-an-inspector-of-the-visit',
  'not-in-the-team',
  'may-not-issue',
  'not-the-inspected-unit',
  'recused',
  'no-such-item',
  'no-such-entry',
  'in-the-future',
  'before-it-was-planned',
  'entry-id-is-taken',
  'not-in-words-yet',
  'already-issued',
  'finding-is-joined',
  'finding-is-withdrawn',
  'item-must-have-a-finding',
  'has-taken-in-others',
  'joined-into-itself',
  'no-other-finding',
  'not-of-the-same-unit',
  'target-is-joined',
  'target-is-issued',
  'target-is-withdrawn',
  'target-is-full',
  'not-joined',
  'not-taken-in-yet',
  'items-are-lost',
  'lead-unit-also-supports',
  'deadline-before-assignment',
] as const;
export type FindingRejection = (typeof FINDING_REJECTIONS)[number];
