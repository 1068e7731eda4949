import { ApiProperty } from '@nestjs/swagger';
import { Written } from '../command.js';
import { Actor } from '../envelope.js';
import { AreOf, IsAnything, IsCode, IsId, IsInstant, IsSha256, MayBeAbsent } from '../fields.js';
import type { Instant, Sha256, TokenId } from '../values.js';
import { SECOND_STEPS, type SecondStep } from './factors.js';
import { PASSWORD_LENGTH } from './invitations.js';

/** A session that began, or goes on under another token. */
export class Begun extends Written {
  /** Of the session, told this once. */
  @ApiProperty({ type: String }) readonly token!: string;
  @IsId() readonly sessionId!: TokenId;
  /** With what it has to be completed before it is good for anything; empty: it is. */
  @AreOf(SECOND_STEPS) readonly needs!: readonly SecondStep[];
  @IsInstant() readonly expiresAt!: Instant;
  /** As whom it acts, once complete. */
  @MayBeAbsent() @ApiProperty({ type: Actor }) readonly actor?: Actor;
  /** By which this browser is known again; absent when it is known already. */
  @MayBeAbsent() @ApiProperty({ type: String }) readonly device?: string;
}

export const SIGN_IN_REJECTIONS = ['wrong-credentials', 'too-many-attempts'] as const;
export type SignInRejection = (typeof SIGN_IN_REJECTIONS)[number];

/** From where somebody tries: made of the address with a key that lives as long as the gateway, and kept nowhere. */
export class Attempt {
  @IsSha256() readonly source!: Sha256;
  /** The SHA-256 of what the browser is known by. */
  @MayBeAbsent() @IsSha256() readonly device?: Sha256;
}

/** Unknown, locked and without a password are told apart from a wrong password by nobody, neither by words nor by time. */
export class SignIn extends Attempt {
  static readonly subject = 'identity.sign-in';
  static readonly rejections = SIGN_IN_REJECTIONS;
  static readonly reply = Begun;
  @IsCode() readonly rosterNumber!: string;
  @IsAnything(PASSWORD_LENGTH) readonly password!: string;
}
