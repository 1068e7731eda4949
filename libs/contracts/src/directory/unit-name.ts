import { IsDay, IsId, IsText } from '../fields.js';
import type { Day, UnitId } from '../values.js';

export class UnitName {
  @IsText(200) readonly name!: string;
}

/** What a unit was called on a day; after its end, what it was called last. Asked by services alone. */
export class FindUnitName {
  static readonly subject = 'directory.find-unit-name';
  static readonly reply = UnitName;
  @IsId() readonly unit!: UnitId;
  @IsDay() readonly on!: Day;
}
