import type { Day } from '@redress/contracts/values';

/** The later look that a closing asks for. */
export type LookBackDue = {
  /** The day of the closing. */
  readonly from: Day;
  readonly on: Day;
  readonly months: number;
  readonly policy: string;
  /** `lapsed` when the task was reopened before. */
  readonly status: 'awaited' | 'due' | 'done' | 'lapsed';
};
