import { ApiProperty } from '@nestjs/swagger';
import { Actor } from '../envelope.js';
import { IsBoolean, IsDay, IsId, IsInstant, IsOneOf, IsReason, IsText, MayBeAbsent } from '../fields.js';
import { Listing, pageOf } from '../query.js';
import type { Day, Instant, PersonId, PostId, TokenId } from '../values.js';

/** A token as it is shown: never its text, which nobody has. */
export class TokenRow {
  @IsId() readonly id!: TokenId;
  @MayBeAbsent() @IsText(100) readonly purpose?: string;
  /** In which post, and confined to what, it was issued to act. */
  @ApiProperty({ type: Actor }) readonly acts!: Actor;
  @IsBoolean() readonly recordsPast!: boolean;
  @ApiProperty({ type: Actor }) readonly issuedBy!: Actor;
  @IsInstant() readonly issuedAt!: Instant;
  @IsInstant() readonly expiresAt!: Instant;
  /** The last day on which it was good for something; absent: never. */
  @MayBeAbsent() @IsDay() readonly usedOn?: Day;
  @MayBeAbsent() @IsId() readonly replaces?: TokenId;
  @MayBeAbsent() @IsId() readonly replacedBy?: TokenId;
  @IsBoolean() readonly isRevoked!: boolean;
  @MayBeAbsent() @IsReason() readonly reason?: string;
}

/** All tokens, in the order in which they were issued: for the operator and the auditor; for others, those that act as them. */
export class ListTokens extends Listing {
  static readonly subject = 'directory.list-tokens';
  static readonly reply = pageOf(TokenRow);
  /** Neither revoked nor expired; or revoked. */
  @MayBeAbsent() @IsOneOf(['active', 'revoked']) readonly status?: 'active' | 'revoked';
  @MayBeAbsent() @IsId() readonly person?: PersonId;
  @MayBeAbsent() @IsId() readonly post?: PostId;
}
