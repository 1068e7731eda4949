import { AreIds, IsBoolean, IsCount, IsDay, IsId } from '../fields.js';
import type { Day, UnitId } from '../values.js';

/** More units than one answer has. */
export const UNDER_LIMIT = 20_000;

export class UnitsUnder {
  /** Whether there was the unit that was asked about. */
  @IsBoolean() readonly isThere!: boolean;
  /** In no order. */
  @AreIds(0, UNDER_LIMIT) readonly units!: UnitId[];
}

/** The units that stood below one on a day, however far below: so many at most. Asked by services alone. */
export class FindUnitsUnder {
  static readonly subject = 'directory.find-units-under';
  static readonly reply = UnitsUnder;
  @IsId() readonly unit!: UnitId;
  @IsDay() readonly on!: Day;
  @IsCount(1, UNDER_LIMIT) readonly limit!: number;
}
