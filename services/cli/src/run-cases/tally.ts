import type { Found } from './check-case.js';
import type { Walk } from './walk-case.js';

/** What came of it, counted in what the server shows afterwards. */
export type Tally = {
  opinions: number;
  issues: number;
  tasks: number;
  closed: number;
  /** Receipts that show the outcome. */
  answered: number;
  events: number;
  /** Acknowledged, and not found afterwards. */
  lost: number;
  /** Requests that changed something and were acknowledged. */
  commands: number;
};

export const nothing = (): Tally => ({
  opinions: 0,
  issues: 0,
  tasks: 0,
  closed: 0,
  answered: 0,
  events: 0,
  lost: 0,
  commands: 0,
});

export const counted = (
  tally: Tally,
  { acknowledged }: Walk,
  { receipt, history }: Found,
  lost: number,
): void => {
  const entries = history?.entries ?? [];
  const of = (wanted: string): number => entries.filter(({ type }) => type === wanted).length;
  tally.opinions += receipt ? 1 : 0;
  tally.issues += of('IssueListed');
  tally.tasks += of('TaskAssigned');
  tally.closed += of('TaskClosed');
  tally.answered += receipt?.status === 'told' ? 1 : 0;
  tally.events += entries.length;
  tally.lost += lost;
  tally.commands += acknowledged.length;
};
