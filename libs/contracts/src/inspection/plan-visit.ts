import { AreIds, IsCount, IsDay, IsId, IsOneOf, IsReason, MayBeAbsent } from '../fields.js';
import type { ChecklistId, Day, PersonId, RoundId, TeamId, UnitId, VisitId } from '../values.js';
import { VISIT_KINDS, VISIT_REJECTIONS, type VisitKind } from './visit-words.js';

export class VisitRef {
  @IsId() readonly visitId!: VisitId;
}

/**
 * A unit is to be seen on a day, by a team, with the questions of a checklist as they are in one version; in a round, by
 * default by the one team that is to see it there, and with the checklist of the round. By the office, or by who heads
 * the team; a self-check by the unit itself, or for it by the office.
 */
export class PlanVisit extends VisitRef {
  static readonly subject = 'inspection.plan-visit';
  static readonly rejections = VISIT_REJECTIONS;
  @IsId() readonly unit!: UnitId;
  @IsOneOf(VISIT_KINDS) readonly kind!: VisitKind;
  @IsDay() readonly on!: Day;
  @MayBeAbsent() @IsId() readonly roundId?: RoundId;
  @MayBeAbsent() @IsId() readonly teamId?: TeamId;
  @MayBeAbsent() @IsId() readonly checklistId?: ChecklistId;
  @MayBeAbsent() @IsCount(1, 10_000) readonly checklistVersion?: number;
}

/** Who is to go, instead of who was before. None of them may have a conflict that nobody lifted. */
export class NameInspectors extends VisitRef {
  static readonly subject = 'inspection.name-inspectors';
  static readonly rejections = VISIT_REJECTIONS;
  @AreIds(1, 20) readonly inspectors!: PersonId[];
}

/** Also what was missed is moved, and then still to come. */
export class MoveVisit extends VisitRef {
  static readonly subject = 'inspection.move-visit';
  static readonly rejections = VISIT_REJECTIONS;
  @IsDay() readonly on!: Day;
  @IsReason() readonly reason!: string;
}

export class CancelVisit extends VisitRef {
  static readonly subject = 'inspection.cancel-visit';
  static readonly rejections = VISIT_REJECTIONS;
  @IsReason() readonly reason!: string;
}

/** Its day has come, and nobody went. */
export class MissVisit extends VisitRef {
  static readonly subject = 'inspection.miss-visit';
  static readonly rejections = VISIT_REJECTIONS;
  @IsReason() readonly reason!: string;
}
