import { AreOf, IsBoolean, IsCode, IsId, IsOneOf, IsReason } from '../fields.js';
import { Reading } from '../query.js';
import type { PersonId } from '../values.js';
import { FACTOR_KINDS, type FactorKind } from './factors.js';
import { AccountRef } from './invitations.js';

export const ACCOUNT_REJECTIONS = ['not-the-operator', 'no-such-account'] as const;
export type AccountRejection = (typeof ACCOUNT_REJECTIONS)[number];

/** Nobody signs in to it until it is unlocked, and its sessions end. */
export class LockAccount extends AccountRef {
  static readonly subject = 'identity.lock-account';
  static readonly rejections = ACCOUNT_REJECTIONS;
  @IsReason() readonly reason!: string;
}

export class UnlockAccount extends AccountRef {
  static readonly subject = 'identity.unlock-account';
  static readonly rejections = ACCOUNT_REJECTIONS;
  @IsReason() readonly reason!: string;
}

/** Ends all sessions of an account, whoever began them. */
export class EndSessions extends AccountRef {
  static readonly subject = 'identity.end-sessions';
  static readonly rejections = ACCOUNT_REJECTIONS;
  @IsReason() readonly reason!: string;
}

export const ACCOUNT_STATUSES = ['invited', 'open', 'locked'] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

export class AccountView {
  @IsId() readonly person!: PersonId;
  @IsOneOf(ACCOUNT_STATUSES) readonly status!: AccountStatus;
  /** Keeps the system without a post. */
  @IsBoolean() readonly operates!: boolean;
  @AreOf(FACTOR_KINDS) readonly factors!: readonly FactorKind[];
}

/** How an account stands; for the operator. */
export class ReadAccount extends Reading {
  static readonly subject = 'identity.read-account';
  static readonly reply = AccountView;
  @IsCode() readonly rosterNumber!: string;
}
