import { type AccountEvent, accountEvents } from '@redress/contracts/identity/account.events';
import type { FactorKind } from '@redress/contracts/identity/factors';
import type { FactorId, Instant, InvitationId, Sha256 } from '@redress/contracts/values';
import type { Aggregate } from '@redress/eventsourcing/aggregate';

export type Account = {
  readonly status: 'none' | 'invited' | 'open' | 'locked';
  /** Because its person left, not by the operator. */
  readonly lockedAsLeft: boolean;
  /** Keeps the system without a post. */
  readonly operates: boolean;
  /** The invitation that was not accepted yet. */
  readonly invitation: InvitationId | undefined;
  readonly invitationEnds: Instant | undefined;
  /** The last one that was, until there is another password: it may be accepted again, and no other that was before it. */
  readonly accepted: InvitationId | undefined;
  readonly factors: Readonly<Record<FactorId, FactorKind>>;
  /** Of those that were removed. */
  readonly formerly: readonly FactorId[];
  readonly identities: readonly { readonly provider: string; readonly subject: Sha256 }[];
};

const NONE: Account = {
  status: 'none',
  lockedAsLeft: false,
  operates: false,
  invitation: undefined,
  invitationEnds: undefined,
  accepted: undefined,
  factors: {},
  formerly: [],
  identities: [],
};

const evolve = (account: Account, { type, data }: AccountEvent): Account => {
  switch (type) {
    case 'AccountInvited':
      return {
        ...account,
        status: 'invited',
        invitation: data.invitationId,
        invitationEnds: data.expiresAt,
      };
    case 'AccountOpened':
      return {
        ...account,
        status: 'open',
        operates: data.operates ?? false,
        ...(data.by !== 'invitation' && { invitation: undefined, invitationEnds: undefined }),
      };
    case 'PasswordSet':
      if (data.because === 'changed') return { ...account, accepted: undefined };
      return {
        ...account,
        invitation: undefined,
        invitationEnds: undefined,
        accepted: account.invitation,
      };
    case 'IdentityLinked': {
      const { provider, subject } = data;
      return { ...account, identities: [...account.identities, { provider, subject }] };
    }
    case 'FactorEnrolled':
      return { ...account, factors: { ...account.factors, [data.factorId]: data.kind } };
    case 'FactorRemoved': {
      const left = Object.entries(account.factors).filter(([id]) => id !== data.factorId);
      return {
        ...account,
        factors: Object.fromEntries(left),
        formerly: [...account.formerly, data.factorId],
      };
    }
    case 'AccountReset':
      return {
        ...account,
        invitation: data.invitationId,
        invitationEnds: data.expiresAt,
        accepted: undefined,
        factors: {},
      };
    case 'AccountLocked':
      return { ...account, status: 'locked', lockedAsLeft: data.hasLeft ?? false };
    case 'AccountUnlocked':
      return { ...account, status: 'open' };
    case 'AccountClosed':
      return NONE;
    case 'RecoveryCodesMade':
    case 'RecoveryCodeUsed':
    case 'SessionsEnded':
      return account;
  }
};

export const accounts: Aggregate<Account, AccountEvent> = { ...accountEvents, initial: NONE, evolve };
