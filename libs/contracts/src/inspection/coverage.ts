import { ApiProperty } from '@nestjs/swagger';
import { AreIds, IsCount, IsDay, IsId, IsText, MayBeAbsent } from '../fields.js';
import { PAGE_LIMIT, Reading } from '../query.js';
import type { Day, RoundId, TeamId, UnitId } from '../values.js';
import { ROUND_LIMIT } from './plan-round.js';

/** The units of one team, or of none, and how many of them it has seen. */
export class TeamCoverage {
  @MayBeAbsent() @IsId() readonly team?: TeamId;
  @IsCount(0, ROUND_LIMIT) readonly units!: number;
  @IsCount(0, ROUND_LIMIT) readonly seen!: number;
}

/** A unit that nobody has seen, and who is to see it. */
export class UnseenUnit {
  @IsId() readonly unit!: UnitId;
  /** As the directory has it today; absent when it knows none. */
  @MayBeAbsent() @IsText(200) readonly name?: string;
  @AreIds(0, 1_000) readonly teams!: readonly TeamId[];
}

export class Coverage {
  @IsId() readonly roundId!: RoundId;
  /** In the scope, as far as it was asked about. */
  @IsCount(0, ROUND_LIMIT) readonly units!: number;
  /** Of those, in how many a visit of the round was submitted, self-checks left out. */
  @IsCount(0, ROUND_LIMIT) readonly seen!: number;
  @IsCount(0, ROUND_LIMIT) readonly unseen!: number;
  /** Of those, how many submitted a self-check in the round. */
  @IsCount(0, ROUND_LIMIT) readonly selfChecked!: number;
  /** Units that were seen in the round, and taken out of its scope afterwards. */
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly outside!: number;
  @ApiProperty({ type: [TeamCoverage] }) readonly teams!: readonly TeamCoverage[];
  /** A page of the units that nobody has seen, by id; `next` is the `cursor` of the page that follows. */
  @ApiProperty({ type: [UnseenUnit] }) readonly rows!: readonly UnseenUnit[];
  @MayBeAbsent() @IsId() readonly next?: UnitId;
}

/**
 * How far a round has come: how many of its units somebody has seen, and which nobody has. A unit counts by the day on
 * which its visit was opened. Seen by whoever sees everything.
 */
export class ReadCoverage extends Reading {
  static readonly subject = 'inspection.read-coverage';
  static readonly reply = Coverage;
  @IsId() readonly roundId!: RoundId;
  @MayBeAbsent() @IsId() readonly team?: TeamId;
  @MayBeAbsent() @IsId() readonly unit?: UnitId;
  @MayBeAbsent() @IsDay() readonly from?: Day;
  @MayBeAbsent() @IsDay() readonly to?: Day;
  @MayBeAbsent() @IsCount(1, PAGE_LIMIT) readonly limit?: number;
  @MayBeAbsent() @IsId() readonly cursor?: UnitId;
}
