/**
 * What is counted in the report of a round. What follows the name says of what: of a team or of none, of a unit, of a kind
 * of visit, of a result of items, of an item or a version of a checklist, of a severity or a basis of findings.
 */
export const FIGURE_KEYS = [
  'units-in-scope',
  'units-added',
  'units-removed',
  'units-seen',
  'units-unseen',
  'units-self-checked',
  'units-outside',
  'team-units',
  'team-seen',
  'unit-visits',
  'unit-failed',
  'findings',
  'findings-of-severity',
  'unit-findings',
  'findings-on-basis',
  'findings-unworded',
  'findings-joined',
  'findings-withdrawn',
  'tasks-issued',
  'tasks-awaited',
  'tasks-open',
  'tasks-overdue',
  'tasks-done',
  'tasks-withdrawn',
  'visits',
  'visits-under-way',
  'visits-moved',
  'visits-cancelled',
  'visits-missed',
  'visits-given-back',
  'checklist-visits',
  'inspectors',
  'people-met',
  'items',
  'item-failed',
  'good-practices',
  'recusal-checks',
  'acts-under-override',
  'overrides',
  'interests',
] as const;
export type FigureKey = (typeof FIGURE_KEYS)[number];

/** What is told in words beside the numbers: an example of what failed or was found, what is worth copying, a leave to act. */
export const NOTE_KINDS = ['failed-item', 'finding', 'good-practice', 'override'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** `drafted`: somebody has not signed it yet as it stands. */
export const REPORT_STATUSES = ['drafted', 'signed', 'issued'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

const DRAFT_REJECTIONS = [
  'may-not-write-reports',
  'no-such-round',
  'report-is-another',
  'report-is-issued',
  'nobody-with-this-id',
  'in-the-future',
  'beyond-the-log',
  'before-it-was-planned',
] as const;
const SIGNING_REJECTIONS = ['no-such-report', 'not-a-signatory', 'draft-is-another'] as const;
const ISSUE_REJECTIONS = [
  'no-such-report',
  'may-not-write-reports',
  'report-is-issued',
  'not-signed-by-all',
  'numbers-changed',
] as const;
const CIRCULATION_REJECTIONS = ['no-such-report', 'not-the-office', 'not-issued'] as const;

/** Why a report rejects each of its commands. */
export const REPORT_REJECTIONS = {
  draft: DRAFT_REJECTIONS,
  sign: SIGNING_REJECTIONS,
  issue: ISSUE_REJECTIONS,
  circulate: CIRCULATION_REJECTIONS,
} as const;
export type ReportRejection<Command extends keyof typeof REPORT_REJECTIONS = keyof typeof REPORT_REJECTIONS> =
  (typeof REPORT_REJECTIONS)[Command][number];
