import type { OpinionStatus } from './words.js';

/** Why an opinion that stands so cannot be triaged. Total: a new status does not compile without its reason. */
export const NOT_TO_BE_TRIAGED = {
  submitted: 'not-acknowledged-yet',
  answered: 'already-answered',
  duplicate: 'is-a-duplicate',
  split: 'is-split',
  refused: 'already-refused',
  listed: 'already-listed',
  told: 'already-told',
  'taken-back': 'part-is-taken-back',
} as const satisfies Readonly<Record<Exclude<OpinionStatus, 'acknowledged'>, string>>;

/** What each step with an opinion may meet. */
export const TRIAGE_REJECTIONS = ['no-such-opinion', ...Object.values(NOT_TO_BE_TRIAGED)] as const;
export type TriageRejection = (typeof TRIAGE_REJECTIONS)[number];

/** What the steps that are the office's alone may meet. */
export const OFFICE_REJECTIONS = [...TRIAGE_REJECTIONS, 'not-the-office'] as const;
export type OfficeRejection = (typeof OFFICE_REJECTIONS)[number];
