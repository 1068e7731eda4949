import { IsCode, IsCount, IsDay, IsId, IsText, MayBeAbsent } from '../fields.js';
import { Listing, pageOf } from '../query.js';
import type { Day, UnitId } from '../values.js';

export const UNIT_REJECTIONS = [
  'may-not-change-the-organisation',
  'no-such-unit',
  'no-such-parent',
  'parent-not-there-then',
  'its-own-ancestor',
  'unit-dissolved',
  'not-later-than-the-last-change',
] as const;
export type UnitRejection = (typeof UNIT_REJECTIONS)[number];

export class UnitRef {
  @IsCode() readonly code!: string;
}

/** From that day on the unit is there, with this name and under this parent, or under none. */
export class RecordUnit extends UnitRef {
  static readonly subject = 'directory.record-unit';
  static readonly rejections = UNIT_REJECTIONS;
  @IsText(200) readonly name!: string;
  @MayBeAbsent() @IsCode() readonly parent?: string;
  @IsDay() readonly from!: Day;
}

/** From that day on the unit is no more. */
export class DissolveUnit extends UnitRef {
  static readonly subject = 'directory.dissolve-unit';
  static readonly rejections = UNIT_REJECTIONS;
  @IsDay() readonly from!: Day;
}

/** A unit as it is on one day. */
export class UnitRow {
  @IsId() readonly id!: UnitId;
  @IsCode() readonly code!: string;
  @IsText(200) readonly name!: string;
  @MayBeAbsent() @IsId() readonly parent?: UnitId;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly revision!: number;
}

/** The units that there are on a day, today unless it is named, by code. */
export class ListUnits extends Listing {
  static readonly subject = 'directory.list-units';
  static readonly reply = pageOf(UnitRow);
  @MayBeAbsent() @IsDay() readonly on?: Day;
}
