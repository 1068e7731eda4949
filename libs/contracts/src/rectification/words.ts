/** 立行立改/限期/长期. */
export const TASK_TYPES = ['immediate', 'time-bound', 'ongoing'] as const;
export type TaskType = (typeof TASK_TYPES)[number];

export const TASK_STATUSES = [
  'assigned',
  'returned',
  'accepted',
  'planned',
  'close-out-requested',
  'verified',
  'closed',
] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** `replaced` by a newer request; `closed` once a task was closed on it. */
export const CLOSE_OUT_STATUSES = ['requested', 'verified', 'rejected', 'replaced', 'closed'] as const;
export type CloseOutStatus = (typeof CLOSE_OUT_STATUSES)[number];

export const ISSUE_STATUSES = ['listed', 'in-hand', 'resolved'] as const;
export type IssueStatus = (typeof ISSUE_STATUSES)[number];
