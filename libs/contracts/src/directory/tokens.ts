import { ApiProperty } from '@nestjs/swagger';
import { Written } from '../command.js';
import { Actor } from '../envelope.js';
import { AreSomeOf, IsBoolean, IsCode, IsId, IsInstant, IsReason, MayBeAbsent } from '../fields.js';
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
}

export class TokenRef {
  @IsId() readonly tokenId!: TokenId;
}

export class RevokeToken extends TokenRef {
  static readonly subject = 'directory.revoke-token';
  static readonly rejections = TOKEN_REJECTIONS;
  @IsReason() readonly reason!: string;
}
