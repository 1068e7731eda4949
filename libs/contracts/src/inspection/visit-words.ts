import { VERDICTS } from './checklist.js';

/** `unscheduled`: without telling the unit before. `look-back`: whether something lasts. `self-check`: by the unit itself. */
export const VISIT_KINDS = ['scheduled', 'unscheduled', 'look-back', 'self-check'] as const;
export type VisitKind = (typeof VISIT_KINDS)[number];

/** `signed`: by who heads the team, and nothing was filled in since. */
export const VISIT_STATUSES = ['planned', 'opened', 'signed', 'submitted', 'cancelled', 'missed'] as const;
export type VisitStatus = (typeof VISIT_STATUSES)[number];

/** What an answer comes to. `noted`: of a text or a photo, where nothing passes. `left-out`: with a reason. */
export const ITEM_RESULTS = [...VERDICTS, 'noted', 'left-out'] as const;
export type ItemResult = (typeof ITEM_RESULTS)[number];

/** Why a visit rejects a command. */
export const VISIT_REJECTIONS = [
  'no-such-visit',
  'visit-is-another',
  'may-not-plan-visits',
  'no-such-round',
  'round-is-closed',
  'not-in-scope',
  'no-such-unit',
  'no-such-checklist',
  'no-such-team',
  'team-needed',
  'self-check-has-no-team',
  'planned-for-the-past',
  'moved-to-the-same-day',
  'not-due-yet',
  'already-opened',
  'visit-not-open',
  'visit-is-cancelled',
  'visit-is-missed',
  'visit-is-submitted',
  'not-submitted',
  'no-inspectors-named',
  'self-check-has-no-inspectors',
  'not-in-the-team',
  'not-an-inspector-of-the-visit',
  'not-the-inspected-unit',
  'recused',
  'no-such-item',
  'answer-does-not-fit',
  'entry-id-is-taken',
  'in-the-future',
  'before-it-was-planned',
  'items-unanswered',
  'not-the-head',
  'not-signed',
  'not-the-office',
] as const;
export type VisitRejection = (typeof VISIT_REJECTIONS)[number];
