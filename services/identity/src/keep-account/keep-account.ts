import type { Actor } from '@redress/contracts/envelope';
import type { AccountEvent } from '@redress/contracts/identity/account.events';
import type { AccountRejection } from '@redress/contracts/identity/accounts';
import type { PersonId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Account } from '../account/account.js';

type Decide = (account: Account) => Decision<AccountEvent, AccountRejection>;

/** The operator keeps somebody out. */
export const lockAccount =
  (personId: PersonId, reason: string, actor: Actor): Decide =>
  ({ status }) => {
    if (actor.role !== 'operator') return reject('not-the-operator');
    if (status === 'none' || status === 'invited') return reject('no-such-account');
    if (status === 'locked') return [];
    return [{ type: 'AccountLocked', data: { personId, reason } }];
  };

export const unlockAccount =
  (personId: PersonId, reason: string, actor: Actor): Decide =>
  ({ status }) => {
    if (actor.role !== 'operator') return reject('not-the-operator');
    if (status === 'none' || status === 'invited') return reject('no-such-account');
    if (status === 'open') return [];
    return [{ type: 'AccountUnlocked', data: { personId, reason } }];
  };

/** The operator ends all sessions of an account. Each time is a fact: there may be new ones since the last. */
export const endSessions =
  (personId: PersonId, reason: string, actor: Actor): Decide =>
  ({ status }) => {
    if (actor.role !== 'operator') return reject('not-the-operator');
    if (status === 'none' || status === 'invited') return reject('no-such-account');
    return [{ type: 'SessionsEnded', data: { personId, reason } }];
  };
