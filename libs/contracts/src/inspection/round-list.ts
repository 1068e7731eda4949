import { IsCount, IsDay, IsId, IsOneOf, IsPart, IsText, MayBeAbsent } from '../fields.js';
import { Listing, pageOf, Reading } from '../query.js';
import type { ChecklistId, Day, RoundId } from '../values.js';
import { TreeNode } from './plan-round.js';

export const ROUND_STATUSES = ['planned', 'closed'] as const;
export type RoundStatus = (typeof ROUND_STATUSES)[number];

export class RoundRow {
  @IsId() readonly id!: RoundId;
  @IsText(200) readonly title!: string;
  @IsDay() readonly from!: Day;
  @IsDay() readonly until!: Day;
  @IsId() readonly checklistId!: ChecklistId;
  @IsCount(1, 10_000) readonly checklistVersion!: number;
  @MayBeAbsent() @IsPart(() => TreeNode) readonly tree?: TreeNode;
  /** How many are in its scope. */
  @IsCount(0, 10_000) readonly units!: number;
  @IsOneOf(ROUND_STATUSES) readonly status!: RoundStatus;
  @MayBeAbsent() @IsDay() readonly closedOn?: Day;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly revision!: number;
}

/** Rounds, by their first day, the last first unless `order` says otherwise. Seen by whoever sees everything. */
export class ListRounds extends Listing {
  static readonly subject = 'inspection.list-rounds';
  static readonly reply = pageOf(RoundRow);
  @MayBeAbsent() @IsOneOf(ROUND_STATUSES) readonly status?: RoundStatus;
  /** Which go on on this day. */
  @MayBeAbsent() @IsDay() readonly on?: Day;
}

export class SeeRound extends Reading {
  static readonly subject = 'inspection.see-round';
  static readonly reply = RoundRow;
  @IsId() readonly roundId!: RoundId;
}
