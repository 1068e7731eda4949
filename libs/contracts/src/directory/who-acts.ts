import { Actor } from '../envelope.js';
import { IsBoolean, IsId, IsInstant, IsPart, IsSha256 } from '../fields.js';
import type { Instant, Sha256, TokenId } from '../values.js';

/** What a token is good for today: its post may have passed to another since it was issued. */
export class Session {
  @IsId() readonly tokenId!: TokenId;
  @IsPart(() => Actor) readonly actor!: Actor;
  @IsBoolean() readonly recordsPast!: boolean;
  @IsInstant() readonly expiresAt!: Instant;
}

/** Asked by the gateway alone, with the SHA-256 of a token's text. */
export class WhoActs {
  static readonly subject = 'directory.who-acts';
  static readonly reply = Session;
  @IsSha256() readonly sha256!: Sha256;
}
