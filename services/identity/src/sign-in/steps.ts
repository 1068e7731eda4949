import type { SecondStep } from '@redress/contracts/identity/factors';
import type { Account } from '../account/account.js';

/** With what a sign-in by password has to be completed: one of these, or nothing. */
export const stepsOf = ({ factors }: Account): readonly SecondStep[] => {
  const kinds = [...new Set(Object.values(factors))];
  return kinds.length === 0 ? [] : [...kinds, 'recovery-code'];
};
