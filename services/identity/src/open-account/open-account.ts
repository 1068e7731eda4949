import type { AccountEvent } from '@redress/contracts/identity/account.events';
import type { OpeningRejection } from '@redress/contracts/identity/invitations';
import type { InvitationId, PersonId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Account } from '../account/account.js';

type Decide = (account: Account) => Decision<AccountEvent, OpeningRejection>;

/** Whoever was invited opens the account; after a reset it is open, and only gets another password. */
export const acceptInvitation =
  (personId: PersonId, invitationId: InvitationId): Decide =>
  ({ status, invitation, accepted }) => {
    if (status === 'locked') return reject('account-locked');
    if (invitation === undefined && accepted === invitationId) return [];
    if (invitation !== invitationId) return reject('no-such-invitation');
    const set = { type: 'PasswordSet', data: { personId, because: 'invited' } } as const;
    if (status === 'open') return [set];
    return [{ type: 'AccountOpened', data: { personId, by: 'invitation' } }, set];
  };

/** Whoever has the token of the first start opens the first account, and keeps the system with it. */
export const setUp =
  (personId: PersonId): Decide =>
  ({ status }) => {
    if (status === 'locked') return reject('account-locked');
    if (status === 'open') return [];
    return [
      { type: 'AccountOpened', data: { personId, by: 'set-up', operates: true } },
      { type: 'PasswordSet', data: { personId, because: 'invited' } },
    ];
  };
