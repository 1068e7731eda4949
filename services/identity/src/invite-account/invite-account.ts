import type { Actor } from '@redress/contracts/envelope';
import type { AccountEvent } from '@redress/contracts/identity/account.events';
import type { InvitationRejection } from '@redress/contracts/identity/invitations';
import type { Instant, InvitationId, PersonId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Account } from '../account/account.js';

type Decide = (account: Account) => Decision<AccountEvent, InvitationRejection>;

export type NewInvitation = {
  readonly personId: PersonId;
  readonly invitationId: InvitationId;
  readonly expiresAt: Instant;
};

/** Until when an invitation opens the account; undefined once it did, another took its place, or it has expired. */
export const goodUntil = (
  { status, invitation, invitationEnds }: Account,
  invitationId: InvitationId,
  now: Instant,
): Instant | undefined => {
  if (status === 'locked' || invitation !== invitationId || invitationEnds === undefined) return undefined;
  return now < invitationEnds ? invitationEnds : undefined;
};

/** The operator lets somebody who is registered open an account. A newer invitation takes the place of an older one. */
export const inviteAccount =
  (invitation: NewInvitation, isKnown: boolean, actor: Actor): Decide =>
  ({ status, invitation: pending }) => {
    if (actor.role !== 'operator') return reject('not-the-operator');
    if (!isKnown) return reject('no-such-person');
    if (pending === invitation.invitationId) return [];
    if (status === 'locked') return reject('account-locked');
    if (status === 'open') return reject('account-open-already');
    return [{ type: 'AccountInvited', data: invitation }];
  };

/** The operator takes from an account all that opens it, and lets its person set a password anew. */
export const resetAccount =
  (invitation: NewInvitation, reason: string, actor: Actor): Decide =>
  ({ status, invitation: pending }) => {
    if (actor.role !== 'operator') return reject('not-the-operator');
    if (status === 'none' || status === 'invited') return reject('no-such-account');
    if (status === 'locked') return reject('account-locked');
    if (pending === invitation.invitationId) return [];
    return [{ type: 'AccountReset', data: { ...invitation, reason } }];
  };
