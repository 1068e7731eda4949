import { AreIds, AreParts, IsDay, IsId } from '../fields.js';
import type { Day, PersonId, TeamId, UnitId } from '../values.js';

/** A team that inspects some of the units that were asked about, and who is in it. */
export class InspectingTeam {
  @IsId() readonly team!: TeamId;
  @AreIds(1, 1_000) readonly units!: readonly UnitId[];
  @AreIds(0, 1_000) readonly members!: readonly PersonId[];
}

export class InspectingTeams {
  @AreParts(() => InspectingTeam, 0, 10_000) readonly teams!: readonly InspectingTeam[];
}

/** Which teams inspect these units on a day, by their pairing. Asked by services alone. */
export class FindInspectingTeams {
  static readonly subject = 'inspection.find-inspecting-teams';
  static readonly reply = InspectingTeams;
  @AreIds(1, 1_000) readonly units!: readonly UnitId[];
  @IsDay() readonly on!: Day;
}
