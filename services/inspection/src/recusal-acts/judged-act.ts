import type { Conflict } from '@redress/contracts/inspection/recusal';
import type { Act, JudgedAct, VerdictOfAct } from '@redress/contracts/inspection/recusal-acts';

/** An act beside what is known today of its day. What came to light since counts for more than what was let pass. */
export const judgedAct = (act: Act, now: readonly Conflict[]): JudgedAct => {
  const conflictsNow = now.filter(({ unit }) => act.units.includes(unit));
  return { ...act, verdict: verdictOf(act, conflictsNow), wasChecked: act.known !== undefined, conflictsNow };
};

const verdictOf = ({ known }: Act, now: readonly Conflict[]): VerdictOfAct => {
  const then = known?.conflicts ?? [];
  if (then.some(({ overriddenBy }) => overriddenBy === undefined)) return 'conflicted';
  if (now.some((conflict) => !then.some((one) => isSame(one, conflict)))) return 'not-known-then';
  return then.length > 0 ? 'overridden' : 'clear';
};

const isSame = (one: Conflict, other: Conflict): boolean =>
  one.unit === other.unit && one.kind === other.kind && one.through === other.through;
