import { AreIds, AreParts, IsBoolean, IsCount, IsDay, IsId, IsPart, IsText, MayBeAbsent } from '../fields.js';
import type { ChecklistId, Day, RoundId, TeamId, UnitId } from '../values.js';

export const ROUND_REJECTIONS = [
  'not-the-office',
  'no-such-round',
  'round-is-another',
  'round-is-closed',
  'ends-before-it-begins',
  'scope-unclear',
  'no-such-unit',
  'nothing-in-scope',
  'too-many-units',
  'no-such-checklist',
  'no-such-team',
  'paired-outside-the-scope',
  'already-in-scope',
  'not-in-scope',
  'nothing-to-change',
  'entry-id-is-taken',
] as const;
export type RoundRejection = (typeof ROUND_REJECTIONS)[number];

/** So many units has a round at most, and so many are named in one request; more come by the tree, or one by one after. */
export const ROUND_LIMIT = 10_000;
export const NAMED_LIMIT = 4_000;

export class RoundRef {
  @IsId() readonly roundId!: RoundId;
}

/** All units below one in the tree of a day, and that one itself if it says so. */
export class TreeNode {
  @IsId() readonly unit!: UnitId;
  @IsBoolean() readonly itself!: boolean;
  @IsDay() readonly on!: Day;
}

/** Which team is to see which units. */
export class TeamUnits {
  @IsId() readonly team!: TeamId;
  @AreIds(1, NAMED_LIMIT) readonly units!: UnitId[];
}

/**
 * One pass over units, from day to day, both included. The units are either named or taken from the tree; what they are
 * then stays, however the tree is changed. Without a pairing, teams see the units that they are paired with on the
 * first day.
 */
export class PlanRound extends RoundRef {
  static readonly subject = 'inspection.plan-round';
  static readonly rejections = ROUND_REJECTIONS;
  @IsText(200) readonly title!: string;
  @IsDay() readonly from!: Day;
  @IsDay() readonly until!: Day;
  @IsId() readonly checklistId!: ChecklistId;
  @IsCount(1, 10_000) readonly checklistVersion!: number;
  @MayBeAbsent() @AreIds(1, NAMED_LIMIT) readonly units?: UnitId[];
  @MayBeAbsent() @IsPart(() => TreeNode) readonly tree?: TreeNode;
  @MayBeAbsent() @AreParts(() => TeamUnits, 0, 500) readonly pairing?: TeamUnits[];
}
