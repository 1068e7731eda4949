import { IsDay, IsId, MayBeAbsent } from '../fields.js';
import type { Day, UnitId } from '../values.js';
import { TeamRef } from './form-team.js';
import { TEAM_REJECTIONS } from './team-rejections.js';
import { TeamWritten } from './team-written.js';

export class PairingRef extends TeamRef {
  @IsId() readonly unit!: UnitId;
}

/** From that day on the team inspects the unit. `until` is the last day. */
export class PairUnit extends PairingRef {
  static readonly subject = 'inspection.pair-unit';
  static readonly rejections = TEAM_REJECTIONS;
  static readonly reply = TeamWritten;
  @IsDay() readonly from!: Day;
  @MayBeAbsent() @IsDay() readonly until?: Day;
}

/** The team inspects the unit until that day, which is the last. */
export class UnpairUnit extends PairingRef {
  static readonly subject = 'inspection.unpair-unit';
  static readonly rejections = TEAM_REJECTIONS;
  @IsDay() readonly until!: Day;
}
