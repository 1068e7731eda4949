import { CHANNELS } from '../intake/words.js';

/** 立行立改/限期/长期: a code from the policy that held on the day of assignment. */
export type TaskType = string;

export const TASK_STATUSES = [
  'assigned',
  'returned',
  'accepted',
  'planned',
  'close-out-requested',
  'verified',
  'on-notice',
  'closed',
  'withdrawn',
] as const;
/** `withdrawn`: a review took it back; nothing is owed any more, and nothing follows. */
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** `replaced` by a newer request; `objected` when an objection to it was right; `closed` once a task was closed on it. */
export const CLOSE_OUT_STATUSES = [
  'requested',
  'verified',
  'rejected',
  'replaced',
  'objected',
  'closed',
] as const;
export type CloseOutStatus = (typeof CLOSE_OUT_STATUSES)[number];

/** Through which way an issue came to be on the books: that of its opinion, or an inspection. */
export const ISSUE_CHANNELS = [...CHANNELS, 'inspection'] as const;
export type IssueChannel = (typeof ISSUE_CHANNELS)[number];

/** `merged`: it is dealt with under another one. */
export const ISSUE_STATUSES = ['listed', 'in-hand', 'resolved', 'merged'] as const;
export type IssueStatus = (typeof ISSUE_STATUSES)[number];

/** 蓝黄红牌, each above the one before. */
export const CARD_COLOURS = ['blue', 'yellow', 'red'] as const;
export type CardColour = (typeof CARD_COLOURS)[number];

/** What draws a card: the deadline is near, or has passed, or long ago; a yellow one was not answered; the office. */
export const CARD_RULES = ['near-due', 'overdue', 'long-overdue', 'yellow-unanswered', 'office'] as const;
export type CardRule = (typeof CARD_RULES)[number];

/** `withdrawn` after an appeal; `ended` with the task, or when the unit gave it back. */
export const CARD_STATUSES = ['in-force', 'appealed', 'withdrawn', 'ended'] as const;
export type CardStatus = (typeof CARD_STATUSES)[number];

/** `lapsed`: the card ended with the task, or when the unit gave it back, before anybody decided. */
export const APPEAL_STATUSES = ['pending', 'upheld', 'dismissed', 'lapsed'] as const;
export type AppealStatus = (typeof APPEAL_STATUSES)[number];

/** 约谈, 通报: the last two steps. */
export const ESCALATION_KINDS = ['formal-talk', 'circular'] as const;
export type EscalationKind = (typeof ESCALATION_KINDS)[number];

/** `lapsed`: the card on which it rested is in force no more. */
export const ESCALATION_STATUSES = ['proposed', 'approved', 'refused', 'carried-out', 'lapsed'] as const;
export type EscalationStatus = (typeof ESCALATION_STATUSES)[number];

export const OBJECTION_STATUSES = ['raised', 'upheld', 'dismissed'] as const;
export type ObjectionStatus = (typeof OBJECTION_STATUSES)[number];

/** 回头看: whether the fix held. */
export const LOOK_BACK_FINDINGS = ['lasting', 'relapsed'] as const;
export type LookBackFinding = (typeof LOOK_BACK_FINDINGS)[number];

/** 复核. */
export const REVIEW_OUTCOMES = ['upheld', 'changed', 'withdrawn'] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/** Whether the head of the lead unit has put a name to a close-out request. Where no head is known, nobody has to. */
export const SIGNATURES = ['not-required', 'awaited', 'given'] as const;
export type Signature = (typeof SIGNATURES)[number];
