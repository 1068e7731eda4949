import { ApiProperty } from '@nestjs/swagger';
import { Written } from '../command.js';
import { Actor } from '../envelope.js';
import {
  AreSomeOf,
  IsBoolean,
  IsCode,
  IsCount,
  IsId,
  IsInstant,
  IsReason,
  IsText,
  MayBeAbsent,
} from '../fields.js';
import type { Instant, TokenId } from '../values.js';
import { type Scope, SCOPES } from './scopes.js';

export const TOKEN_REJECTIONS = [
  'not-the-operator',
  'no-such-post',
  'does-not-hold-it',
  'expires-in-the-past',
  'expires-too-late',
  'key-used-for-another',
  'no-such-token',
  'token-is-revoked',
  'token-has-expired',
  'token-is-replaced',
] as const;
export type TokenRejection = (typeof TOKEN_REJECTIONS)[number];

/** The token's text is told this once; the same request with the same `Idempotency-Key` is told it again. */
export class IssuedToken extends Written {
  @IsId() readonly tokenId!: TokenId;
  @ApiProperty({ type: String }) readonly token!: string;
  @ApiProperty({ type: Actor }) readonly actor!: Actor;
  @IsInstant() readonly expiresAt!: Instant;
}

/** Lets the holder of a post act with a token: for 30 days unless it is said until when, for 366 at most. */
export class IssueToken {
  static readonly subject = 'directory.issue-token';
  static readonly rejections = TOKEN_REJECTIONS;
  static readonly reply = IssuedToken;
  @IsCode() readonly post!: string;
  @IsCode() readonly rosterNumber!: string;
  @MayBeAbsent() @IsInstant() readonly expiresAt?: Instant;
  /** May say that what it does happened earlier, as whoever enters old files must. */
  @MayBeAbsent() @IsBoolean() readonly recordsPast?: boolean;
  /** What it is confined to; absent: whatever the post may do. */
  @MayBeAbsent() @AreSomeOf(SCOPES) readonly scopes?: readonly Scope[];
  /** What it is for: the name of a program, not of a person. */
  @MayBeAbsent() @IsText(100) readonly purpose?: string;
}

export class TokenRef {
  @IsId() readonly tokenId!: TokenId;
}

/** For how many hours both are good when one takes the place of the other, at most and unless it is said. */
export const MOST_OVERLAP_HOURS = 720;
export const USUAL_OVERLAP_HOURS = 24;

class TokenRotation extends TokenRef {
  @MayBeAbsent() @IsInstant() readonly expiresAt?: Instant;
  /** 24 unless it is said; 0 ends the old one at once. */
  @MayBeAbsent() @IsCount(0, MOST_OVERLAP_HOURS) readonly overlapHours?: number;
}

/** Another token for the same, which takes the place of this one; for a while both are good. */
export class RotateToken extends TokenRotation {
  static readonly subject = 'directory.rotate-token';
  static readonly rejections = TOKEN_REJECTIONS;
  static readonly reply = IssuedToken;
}

/** The same of the token with which somebody acts, by themselves; the successor is good for 30 days at most. */
export class RotateOwnToken extends TokenRotation {
  static readonly subject = 'directory.rotate-own-token';
  static readonly rejections = TOKEN_REJECTIONS;
  static readonly reply = IssuedToken;
}

export class RevokeToken extends TokenRef {
  static readonly subject = 'directory.revoke-token';
  static readonly rejections = TOKEN_REJECTIONS;
  @IsReason() readonly reason!: string;
}
