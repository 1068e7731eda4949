import { AreParts, IsBoolean, IsCount, IsId, IsInstant, IsText } from '../fields.js';
import type { Instant, PersonId } from '../values.js';
import { FactorRow, MOST_FACTORS, RECOVERY_CODES } from './enrolment.js';
import { SessionRow } from './sessions.js';

/** A browser in which somebody signed in, and is known again. */
export class KnownBrowser {
  @IsInstant() readonly seenAt!: Instant;
  @IsInstant() readonly expiresAt!: Instant;
}

/** A provider of sign-in that knows somebody. */
export class KnownAt {
  @IsText(60) readonly provider!: string;
}

/** What is kept of somebody's account besides the events, without what it is proved with. */
export class KeptOfAccount {
  @IsBoolean() readonly hasPassword!: boolean;
  @AreParts(() => SessionRow, 0, 1_000) readonly sessions!: SessionRow[];
  @AreParts(() => FactorRow, 0, MOST_FACTORS) readonly factors!: FactorRow[];
  @IsCount(0, RECOVERY_CODES) readonly recoveryCodes!: number;
  @AreParts(() => KnownBrowser, 0, 1_000) readonly browsers!: KnownBrowser[];
  @AreParts(() => KnownAt, 0, 1_000) readonly providers!: KnownAt[];
}

/** For that person, the office and the auditor. */
export class FindKept {
  static readonly subject = 'identity.find-kept';
  static readonly reply = KeptOfAccount;
  @IsId() readonly personId!: PersonId;
}
