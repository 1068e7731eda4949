import type { SecondStep } from '@redress/contracts/identity/factors';
import type { Account } from '../account/account.js';

/** With what a sign-in by password has to be completed: one of these, or nothing. */
export const stepsOf = (
  { factors }: Account,
  { mustHaveOne, hasCodes }: { readonly mustHaveOne: boolean; readonly hasCodes: boolean },
): readonly SecondStep[] => {
  const kinds = [...new Set(Object.values(factors))];
  if (kinds.length === 0) return mustHaveOne ? ['enrolment'] : [];
  return hasCodes ? [...kinds, 'recovery-code'] : kinds;
};
