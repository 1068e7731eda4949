import type { AccountEvent } from '@redress/contracts/identity/account.events';
import type { PersonId } from '@redress/contracts/values';
import type { Decision } from '@redress/eventsourcing/decision';
import type { Account } from '../account/account.js';

/** The account of who is erased ends; nothing that opened it is kept. */
export const closeAccount =
  (personId: PersonId) =>
  ({ status }: Account): Decision<AccountEvent, never> =>
    status === 'none' ? [] : [{ type: 'AccountClosed', data: { personId } }];
