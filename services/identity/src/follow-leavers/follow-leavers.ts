import type { AccountEvent } from '@redress/contracts/identity/account.events';
import type { PersonId } from '@redress/contracts/values';
import type { Account } from '../account/account.js';

export const LEFT = 'its person has left the organisation';

/** The account of who left the organisation is locked, unless the operator did that already. */
export const lockLeaver =
  (personId: PersonId) =>
  ({ status }: Account): readonly AccountEvent[] =>
    status === 'open' ? [{ type: 'AccountLocked', data: { personId, reason: LEFT, hasLeft: true } }] : [];

/** Who is back may sign in again, unless the operator locked the account. */
export const unlockReturned =
  (personId: PersonId) =>
  ({ status, lockedAsLeft }: Account): readonly AccountEvent[] =>
    status === 'locked' && lockedAsLeft
      ? [{ type: 'AccountUnlocked', data: { personId, reason: 'its person is back' } }]
      : [];
