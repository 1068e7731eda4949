import { ApiProperty } from '@nestjs/swagger';
import { Written } from '../command.js';
import {
  AreParts,
  IsAnything,
  IsCount,
  IsId,
  IsInstant,
  IsOneOf,
  IsPart,
  IsSha256,
  IsText,
  MayBeAbsent,
} from '../fields.js';
import type { FactorId, Instant, Sha256 } from '../values.js';
import { FACTOR_KINDS, type FactorKind } from './factors.js';
import { NewPasskey, PasskeyAsked } from './passkeys.js';
import { Holding } from './proofs.js';
import { Begun } from './sign-in.js';

export const FACTOR_REJECTIONS = [
  'no-such-session',
  'proof-too-old',
  'signs-in-elsewhere',
  'too-many-factors',
  'no-such-factor',
  'no-such-enrolment',
  'wrong-code',
  'passkey-not-accepted',
  'passkey-known-already',
  'no-passkeys-here',
  'second-factor-required',
  'no-factor-yet',
  'too-many-attempts',
] as const;
export type FactorRejection = (typeof FACTOR_REJECTIONS)[number];

/** How many second factors somebody may have. */
export const MOST_FACTORS = 10;
export const RECOVERY_CODES = 10;

export class FactorRef {
  @IsId() readonly factorId!: FactorId;
}

class ToFactor extends Holding {
  @IsId() readonly factorId!: FactorId;
}

class Named extends Holding {
  /** What its owner calls the factor. */
  @IsText(60) readonly name!: string;
}

export class NewTotp extends Written {
  @IsId() readonly factorId!: FactorId;
  /** For an authenticator, which reads it as a picture (`otpauth://`); told until it is confirmed, and never again. */
  @ApiProperty({ type: String }) readonly uri!: string;
  /** The same secret to be typed in. */
  @ApiProperty({ type: String }) readonly secret!: string;
  /** Until then it has to be confirmed by a code. */
  @IsInstant() readonly expiresAt!: Instant;
}

/** Draws the secret of an authenticator. Nothing is asked for by it before it is confirmed. */
export class BeginTotp extends Named {
  static readonly subject = 'identity.begin-totp';
  static readonly rejections = FACTOR_REJECTIONS;
  static readonly reply = NewTotp;
}

/** The authenticator shows the right code: from now on one is asked for at every sign-in. */
export class ConfirmTotp extends ToFactor {
  static readonly subject = 'identity.confirm-totp';
  static readonly rejections = FACTOR_REJECTIONS;
  static readonly reply = Begun;
  @IsAnything(20) readonly code!: string;
}

/** What a browser needs to make a passkey. */
export class BeginPasskey extends Named {
  static readonly subject = 'identity.begin-passkey';
  static readonly rejections = FACTOR_REJECTIONS;
  static readonly reply = PasskeyAsked;
  @IsAnything(300) readonly origin!: string;
}

export class EnrolPasskey extends Holding {
  static readonly subject = 'identity.enrol-passkey';
  static readonly rejections = FACTOR_REJECTIONS;
  static readonly reply = Begun;
  @IsAnything(300) readonly origin!: string;
  @IsPart(() => NewPasskey) readonly passkey!: NewPasskey;
}

export class NameFactor extends ToFactor {
  static readonly subject = 'identity.name-factor';
  static readonly rejections = FACTOR_REJECTIONS;
  @IsText(60) readonly name!: string;
}

/** It is asked for no more; with the last one the recovery codes go as well. */
export class RemoveFactor extends ToFactor {
  static readonly subject = 'identity.remove-factor';
  static readonly rejections = FACTOR_REJECTIONS;
  static readonly reply = Begun;
}

export class RecoveryCodes extends Written {
  /** Each is good for one sign-in in the place of a second factor. They are told this once. */
  @ApiProperty({ type: [String] }) readonly codes!: readonly string[];
}

/** Draws new recovery codes; those from before are good for nothing. */
export class DrawRecoveryCodes extends Holding {
  static readonly subject = 'identity.draw-recovery-codes';
  static readonly rejections = FACTOR_REJECTIONS;
  static readonly reply = RecoveryCodes;
}

export class FactorRow extends FactorRef {
  @IsOneOf(FACTOR_KINDS) readonly kind!: FactorKind;
  @IsText(60) readonly name!: string;
  @IsInstant() readonly enrolledAt!: Instant;
  @MayBeAbsent() @IsInstant() readonly usedAt?: Instant;
}

export class FactorRows {
  /** In the order in which they were enrolled. */
  @AreParts(() => FactorRow, 0, MOST_FACTORS) readonly rows!: FactorRow[];
  /** How many are left. */
  @IsCount(0, RECOVERY_CODES) readonly recoveryCodes!: number;
}

/** The second factors of whoever holds the session. */
export class ListFactors {
  static readonly subject = 'identity.list-factors';
  static readonly reply = FactorRows;
  @IsSha256() readonly session!: Sha256;
}
