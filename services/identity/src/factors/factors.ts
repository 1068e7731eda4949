import type { AccountEvent } from '@redress/contracts/identity/account.events';
import { type FactorRejection, MOST_FACTORS } from '@redress/contracts/identity/enrolment';
import type { FactorKind } from '@redress/contracts/identity/factors';
import type { FactorId, PersonId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Account } from '../account/account.js';

type Decide = (account: Account) => Decision<AccountEvent, FactorRejection>;

/** Whoever has proved to have one more thing is asked for it from now on. */
export const enrolFactor =
  (personId: PersonId, factorId: FactorId, kind: FactorKind): Decide =>
  ({ status, factors }) => {
    if (status !== 'open') return reject('no-such-session');
    if (factorId in factors) return [];
    if (Object.keys(factors).length >= MOST_FACTORS) return reject('too-many-factors');
    return [{ type: 'FactorEnrolled', data: { personId, factorId, kind } }];
  };

/** It is asked for no more. Who must have one keeps the last. */
export const removeFactor =
  (personId: PersonId, factorId: FactorId, mustHaveOne: boolean): Decide =>
  ({ status, factors, formerly }) => {
    if (status !== 'open') return reject('no-such-session');
    if (formerly.includes(factorId)) return [];
    if (!(factorId in factors)) return reject('no-such-factor');
    if (mustHaveOne && Object.keys(factors).length === 1) return reject('second-factor-required');
    return [{ type: 'FactorRemoved', data: { personId, factorId } }];
  };

/** New codes take the place of the old ones. Each time is a fact. */
export const makeRecoveryCodes =
  (personId: PersonId): Decide =>
  ({ status, factors }) => {
    if (status !== 'open') return reject('no-such-session');
    if (Object.keys(factors).length === 0) return reject('no-factor-yet');
    return [{ type: 'RecoveryCodesMade', data: { personId } }];
  };
