import { ApiProperty } from '@nestjs/swagger';
import { AreIds, AreParts, IsId, IsOneOf, MayBeAbsent } from '../fields.js';
import { Conflict } from '../inspection/recusal.js';
import { Listing } from '../query.js';
import type { PersonId, TeamId } from '../values.js';

/** What keeps somebody from judging a task; `is-an-author` from answering a review of it alone. */
export const HINDRANCES = [
  'of-a-responsible-unit',
  'answers-for-the-task',
  'is-recused',
  'is-an-author',
] as const;
export type Hindrance = (typeof HINDRANCES)[number];

/** Somebody who might judge a task, and whether they may, by the rule that is asked again when they do. */
export class Judge {
  @IsId() readonly person!: PersonId;
  /** Absent: nothing does. */
  @MayBeAbsent() @IsOneOf(HINDRANCES) readonly keptBy?: Hindrance;
  /** With the units of the task, also those that the office let pass. */
  @AreParts(() => Conflict, 0, 10_000) readonly conflicts!: readonly Conflict[];
}

/** Who is to go: what a line of a desk says besides, as of today. */
export class ToBeJudged {
  /** Which inspect the lead unit; absent while inspection does not say, and for a unit that looks. */
  @MayBeAbsent() @AreIds(0, 1_000) readonly teams?: readonly TeamId[];
  /** Those in the team, the inspector that was asked about, or else whoever looks; absent as the teams are. */
  @MayBeAbsent() @ApiProperty({ type: [Judge] }) readonly judges?: readonly Judge[];
}

/** A desk of those who judge: what waits for a team, for an inspector, or for nobody, as units are paired today. */
export class DeskListing extends Listing {
  @MayBeAbsent() @IsId() readonly team?: TeamId;
  /** Whatever waits for one of the teams in which this person is. */
  @MayBeAbsent() @IsId() readonly inspector?: PersonId;
  /** Only what no team is paired with: the office sees to it. */
  @MayBeAbsent() @IsOneOf(['true']) readonly unpaired?: 'true';
}
