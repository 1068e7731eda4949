import { AreIds, AreParts, IsId, IsReason, MayBeAbsent } from '../fields.js';
import type { EntryId, UnitId } from '../values.js';
import { NAMED_LIMIT, ROUND_REJECTIONS, RoundRef, TeamUnits } from './plan-round.js';

/** The office adds units and takes others away, and says why. Without a pairing, teams as they are paired on the day. */
export class RescopeRound extends RoundRef {
  static readonly subject = 'inspection.rescope-round';
  static readonly rejections = ROUND_REJECTIONS;
  @IsId() readonly entryId!: EntryId;
  @AreIds(0, NAMED_LIMIT) readonly added!: UnitId[];
  @AreIds(0, NAMED_LIMIT) readonly removed!: UnitId[];
  @IsReason() readonly reason!: string;
  @MayBeAbsent() @AreParts(() => TeamUnits, 0, 500) readonly pairing?: TeamUnits[];
}

/** No visit is planned in it any more; those that are under way go on to their end. */
export class CloseRound extends RoundRef {
  static readonly subject = 'inspection.close-round';
  static readonly rejections = ROUND_REJECTIONS;
}
