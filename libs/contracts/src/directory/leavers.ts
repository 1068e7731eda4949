import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsCode, IsCount, IsId, IsText, MayBeAbsent } from '../fields.js';
import { Listing } from '../query.js';
import type { PersonId } from '../values.js';
import { PersonRef } from './people.js';

export const LEAVER_REJECTIONS = ['may-not-change-the-organisation', 'no-such-person'] as const;
export type LeaverRejection = (typeof LEAVER_REJECTIONS)[number];

/** Somebody has left the organisation: from now on they act in nothing. What they did stays theirs. */
export class DepartPerson extends PersonRef {
  static readonly subject = 'directory.depart-person';
  static readonly rejections = LEAVER_REJECTIONS;
}

/** Somebody who left is back. The posts are not: each is taken anew. */
export class ReturnPerson extends PersonRef {
  static readonly subject = 'directory.return-person';
  static readonly rejections = LEAVER_REJECTIONS;
}

/** Under what the directory of the organisation has somebody. Without either it has them no more. */
export class KnowPersonAs extends PersonRef {
  static readonly subject = 'directory.know-person-as';
  static readonly rejections = LEAVER_REJECTIONS;
  @MayBeAbsent() @IsText(200) readonly userName?: string;
  @MayBeAbsent() @IsText(200) readonly externalId?: string;
}

/** Somebody in the register. */
export class RegisteredPerson {
  @IsId() readonly id!: PersonId;
  @IsCode() readonly rosterNumber!: string;
  @IsText(100) readonly name!: string;
  @MayBeAbsent() @IsText(200) readonly userName?: string;
  @MayBeAbsent() @IsText(200) readonly externalId?: string;
  @IsBoolean() readonly hasLeft!: boolean;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly revision!: number;
}

/** `total` is how many there are in all. */
export class RegisteredPeople {
  @ApiProperty({ type: [RegisteredPerson] }) readonly rows!: readonly RegisteredPerson[];
  @ApiProperty({ type: String, required: false }) readonly next?: string;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly total!: number;
}

/** Who is in the register, by roster number: all, or those of whom this is so. For the office. */
export class FindPeople extends Listing {
  static readonly subject = 'directory.find-people';
  static readonly reply = RegisteredPeople;
  @MayBeAbsent() @IsId() readonly person?: PersonId;
  @MayBeAbsent() @IsText(200) readonly rosterNumber?: string;
  /** In whatever case it is written. */
  @MayBeAbsent() @IsText(200) readonly userName?: string;
  @MayBeAbsent() @IsText(200) readonly externalId?: string;
}
