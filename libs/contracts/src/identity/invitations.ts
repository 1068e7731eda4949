import { ApiProperty } from '@nestjs/swagger';
import { Written } from '../command.js';
import { IsAnything, IsCode, IsInstant, IsReason, IsText, MayBeAbsent } from '../fields.js';
import type { Instant } from '../values.js';

export const INVITATION_REJECTIONS = [
  'not-the-operator',
  'no-such-person',
  'account-open-already',
  'account-locked',
  'no-such-account',
  'invitation-is-over',
] as const;
export type InvitationRejection = (typeof INVITATION_REJECTIONS)[number];

export class AccountRef {
  @IsCode() readonly rosterNumber!: string;
}

/**
 * Its text is told this once; the same request with the same `Idempotency-Key` is told it again, as long as it is good. Once it was
 * used, has expired, or another took its place, the repeat is told `invitation-is-over`: no second one is made.
 */
export class Invitation extends Written {
  /** Good for one use, until then. Whoever has it opens the account. */
  @ApiProperty({ type: String }) readonly invitation!: string;
  @IsInstant() readonly expiresAt!: Instant;
}

/** Somebody who is registered may open an account within seven days. */
export class InviteAccount extends AccountRef {
  static readonly subject = 'identity.invite-account';
  static readonly rejections = INVITATION_REJECTIONS;
  static readonly reply = Invitation;
}

/** Takes password, second factors and sessions away, and invites anew. */
export class ResetAccount extends AccountRef {
  static readonly subject = 'identity.reset-account';
  static readonly rejections = INVITATION_REJECTIONS;
  static readonly reply = Invitation;
  @IsReason() readonly reason!: string;
}

export const OPENING_REJECTIONS = [
  'no-such-invitation',
  'set-up-already',
  'no-such-person',
  'account-locked',
  'password-too-short',
  'password-too-simple',
  'too-many-attempts',
] as const;
export type OpeningRejection = (typeof OPENING_REJECTIONS)[number];

/** How long a password may be: what is longer takes longer to look at, not to guess. */
export const PASSWORD_LENGTH = 200;

/** Opens the account that an invitation is for, or sets its password anew. */
export class AcceptInvitation {
  static readonly subject = 'identity.accept-invitation';
  static readonly rejections = OPENING_REJECTIONS;
  @IsAnything(200) readonly invitation!: string;
  @IsAnything(PASSWORD_LENGTH) readonly password!: string;
}

/** With the token that the first start told, the first account: it keeps the system, whatever posts its person has. */
export class SetUp extends AccountRef {
  static readonly subject = 'identity.set-up';
  static readonly rejections = OPENING_REJECTIONS;
  @IsAnything(200) readonly token!: string;
  /** For somebody whom the directory does not know yet: they are to be registered then. */
  @MayBeAbsent() @IsText(100) readonly name?: string;
  @IsAnything(PASSWORD_LENGTH) readonly password!: string;
}
