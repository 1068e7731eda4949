import type { Category, Event } from '../event.js';
import type { FactorId, Instant, InvitationId, PersonId, Sha256 } from '../values.js';
import type { FactorKind } from './factors.js';

// Stored for ever: a type is never renamed, and its data changes only with a lift from the last version.
// Only facts stand here. Hashes, keys and codes are no facts; they are kept elsewhere, and can be removed.
export type AccountEvent =
  | Event<'AccountInvited', { personId: PersonId; invitationId: InvitationId; expiresAt: Instant }>
  | Event<
      'AccountOpened',
      {
        personId: PersonId;
        by: OpenedBy;
        /** Keeps the system without a post, as whoever sets it up must. */
        operates?: true;
      }
    >
  | Event<'PasswordSet', { personId: PersonId; because: 'invited' | 'changed' }>
  /** `subject` is the SHA-256 of who the provider says it is: enough to know it again, not to say who it is. */
  | Event<'IdentityLinked', { personId: PersonId; provider: string; subject: Sha256 }>
  | Event<'FactorEnrolled', { personId: PersonId; factorId: FactorId; kind: FactorKind }>
  | Event<'FactorRemoved', { personId: PersonId; factorId: FactorId }>
  | Event<'RecoveryCodesMade', { personId: PersonId }>
  | Event<'RecoveryCodeUsed', { personId: PersonId }>
  | Event<
      'AccountReset',
      { personId: PersonId; invitationId: InvitationId; expiresAt: Instant; reason: string }
    >
  /** `hasLeft`: because its person left the organisation, and until they are back. */
  | Event<'AccountLocked', { personId: PersonId; reason: string; hasLeft?: true }>
  | Event<'AccountUnlocked', { personId: PersonId; reason: string }>
  | Event<'SessionsEnded', { personId: PersonId; reason: string }>
  /** Whose it was is erased: it is as if there had never been one. */
  | Event<'AccountClosed', { personId: PersonId }>;

export type OpenedBy = 'set-up' | 'invitation' | 'provider';

export const accountEvents: Category<AccountEvent> = {
  name: 'account',
  lifts: {
    AccountInvited: [],
    AccountOpened: [],
    PasswordSet: [],
    IdentityLinked: [],
    FactorEnrolled: [],
    FactorRemoved: [],
    RecoveryCodesMade: [],
    RecoveryCodeUsed: [],
    AccountReset: [],
    AccountLocked: [],
    AccountUnlocked: [],
    SessionsEnded: [],
    AccountClosed: [],
  },
};
