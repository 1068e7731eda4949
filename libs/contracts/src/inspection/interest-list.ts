import { ApiProperty } from '@nestjs/swagger';
import { IsCount, IsDay, IsId, IsInstant, IsReason, MayBeAbsent } from '../fields.js';
import { Listing, pageOf } from '../query.js';
import type { Day, Instant, InterestId, OverrideId, PersonId, UnitId } from '../values.js';
import { Conflict } from './recusal.js';

/** What was said of a person and a unit, by whom and when. */
class Said {
  @IsId() readonly person!: PersonId;
  @IsId() readonly unit!: UnitId;
  @IsReason() readonly reason!: string;
  @IsDay() readonly from!: Day;
  @IsInstant() readonly at!: Instant;
  @MayBeAbsent() @IsId() readonly by?: PersonId;
  /** Of all that was said about this person. */
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly revision!: number;
}

export class InterestRow extends Said {
  @IsId() readonly id!: InterestId;
  @MayBeAbsent() @IsDay() readonly until?: Day;
}

/** Interests, the one that was declared last first. The office, the leading group and the auditor see all, others their own. */
export class ListInterests extends Listing {
  static readonly subject = 'inspection.list-interests';
  static readonly reply = pageOf(InterestRow);
  @MayBeAbsent() @IsId() readonly person?: PersonId;
  @MayBeAbsent() @IsId() readonly unit?: UnitId;
  /** Which there were on this day. */
  @MayBeAbsent() @IsDay() readonly on?: Day;
}

export class OverrideRow extends Said {
  @IsId() readonly id!: OverrideId;
  @IsDay() readonly until!: Day;
  /** That were known then, and are lifted. */
  @ApiProperty({ type: [Conflict] }) readonly conflicts!: readonly Conflict[];
}

/** What the office let pass, the last first. Whoever sees everything sees all, others their own. */
export class ListOverrides extends Listing {
  static readonly subject = 'inspection.list-overrides';
  static readonly reply = pageOf(OverrideRow);
  @MayBeAbsent() @IsId() readonly person?: PersonId;
  @MayBeAbsent() @IsId() readonly unit?: UnitId;
  @MayBeAbsent() @IsDay() readonly on?: Day;
}
