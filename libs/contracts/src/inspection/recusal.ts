import { Belonging, Line } from '../directory/membership.js';
import type { Plain } from '../event.js';
import { AreIds, AreParts, IsDay, IsId, IsOneOf, IsPart, IsReason, MayBeAbsent } from '../fields.js';
import { Reading } from '../query.js';
import type { Day, InterestId, OverrideId, PersonId, UnitId } from '../values.js';

/** For how many months after the last day in a unit one still may not act for it. */
export const RECUSED_FOR_MONTHS = 12;

/**
 * `belongs`: held a post in it, or in a unit below it. `leads`: that post headed its unit, or one above it.
 * `declared`: an interest in it, in a unit below it or in one above it.
 */
export const CONFLICT_KINDS = ['belongs', 'leads', 'declared'] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

/** An interest that was declared, without the reason, which is not everybody's. */
export class InterestFact {
  @IsId() readonly interestId!: InterestId;
  @IsId() readonly unit!: UnitId;
  @IsDay() readonly from!: Day;
  @MayBeAbsent() @IsDay() readonly until?: Day;
}

/** What the office lifts: of this kind, through this unit. */
export class LiftedConflict {
  @IsOneOf(CONFLICT_KINDS) readonly kind!: ConflictKind;
  @IsId() readonly through!: UnitId;
}

/** The office's leave to act for a unit in spite of the conflicts that it names, and of no other. */
export class OverrideFact {
  @IsId() readonly overrideId!: OverrideId;
  @IsId() readonly unit!: UnitId;
  @IsDay() readonly from!: Day;
  @IsDay() readonly until!: Day;
  @IsReason() readonly reason!: string;
  @AreParts(() => LiftedConflict, 1, 1_000) readonly lifts!: readonly LiftedConflict[];
}

/** Why somebody may not act for a unit: the post or the interest, and when it was so. */
export class Conflict extends LiftedConflict {
  /** For which of those that were asked about. */
  @IsId() readonly unit!: UnitId;
  @IsDay() readonly from!: Day;
  @MayBeAbsent() @IsDay() readonly until?: Day;
  /** Absent: nobody lifted it. */
  @MayBeAbsent() @IsId() readonly overriddenBy?: OverrideId;
}

/** What a check looked at: with it the same answer can be found again. */
export class RecusalFacts {
  /** Of the person, in twelve months and some days. */
  @AreParts(() => Belonging, 0, 10_000) readonly belongings!: readonly Belonging[];
  /** Of the units that were asked about, and of those with an interest, on the day. */
  @AreParts(() => Line, 0, 10_000) readonly lines!: readonly Line[];
  @AreParts(() => InterestFact, 0, 1_000) readonly interests!: readonly InterestFact[];
  @AreParts(() => OverrideFact, 0, 1_000) readonly overrides!: readonly OverrideFact[];
}

/** Whether somebody may act for some units on a day: who has a conflict that is not overridden may not. */
export class RecusalCheck {
  @IsId() readonly person!: PersonId;
  @IsDay() readonly on!: Day;
  @AreIds(1, 200) readonly units!: readonly UnitId[];
  @AreParts(() => Conflict, 0, 10_000) readonly conflicts!: readonly Conflict[];
  @IsPart(() => RecusalFacts) readonly facts!: RecusalFacts;
}

/** In the event of the act: what was known on its day. */
export type RecusalOfEvent = Plain<RecusalCheck>;

/** Asked by services before somebody acts; while it is not answered, nobody does. */
export class FindConflicts {
  static readonly subject = 'inspection.find-conflicts';
  static readonly reply = RecusalCheck;
  @IsId() readonly person!: PersonId;
  @AreIds(1, 200) readonly units!: readonly UnitId[];
  @IsDay() readonly on!: Day;
}

/** Asked by whoever sees everything, or by the person: today unless a day is named. */
export class CheckRecusal extends Reading {
  static readonly subject = 'inspection.check-recusal';
  static readonly reply = RecusalCheck;
  @IsId() readonly person!: PersonId;
  @IsId() readonly unit!: UnitId;
  @MayBeAbsent() @IsDay() readonly on?: Day;
}
