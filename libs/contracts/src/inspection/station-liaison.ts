import { IsDay, IsId, MayBeAbsent } from '../fields.js';
import type { Day, PersonId } from '../values.js';
import { PairingRef } from './pair-unit.js';
import { TEAM_REJECTIONS } from './team-rejections.js';

export class LiaisonRef extends PairingRef {
  @IsId() readonly person!: PersonId;
}

/** 联络员: from that day on the person stays in touch with the unit for the team. `until` is the last day. */
export class StationLiaison extends LiaisonRef {
  static readonly subject = 'inspection.station-liaison';
  static readonly rejections = TEAM_REJECTIONS;
  @IsDay() readonly from!: Day;
  @MayBeAbsent() @IsDay() readonly until?: Day;
}

/** The person is the liaison there until that day, which is the last. */
export class WithdrawLiaison extends LiaisonRef {
  static readonly subject = 'inspection.withdraw-liaison';
  static readonly rejections = TEAM_REJECTIONS;
  @IsDay() readonly until!: Day;
}
