import { ApiProperty } from '@nestjs/swagger';
import { IsCount, IsDay, IsId, IsOneOf, IsText, MayBeAbsent } from '../fields.js';
import { Listing, pageOf, Reading } from '../query.js';
import type { Day, PersonId, TeamId, UnitId } from '../values.js';
import { TEAM_PARTS, type TeamPart } from './team-parts.js';

/** Both days included; without a last one it goes on. */
class Term {
  @IsDay() readonly from!: Day;
  @MayBeAbsent() @IsDay() readonly until?: Day;
}

export class TeamMember extends Term {
  @IsId() readonly person!: PersonId;
  @IsOneOf(TEAM_PARTS) readonly part!: TeamPart;
}

export class PairedUnit extends Term {
  @IsId() readonly unit!: UnitId;
}

export class Liaison extends Term {
  @IsId() readonly person!: PersonId;
  @IsId() readonly unit!: UnitId;
}

/** A team as it is on one day: who is in it, and which units it inspects. */
export class TeamRow extends Term {
  @IsId() readonly id!: TeamId;
  @IsText(200) readonly name!: string;
  @ApiProperty({ type: [TeamMember] }) readonly members!: readonly TeamMember[];
  @ApiProperty({ type: [PairedUnit] }) readonly units!: readonly PairedUnit[];
  @ApiProperty({ type: [Liaison] }) readonly liaisons!: readonly Liaison[];
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly revision!: number;
}

/** The teams that there are on a day, today unless it is named, by name. */
export class ListTeams extends Listing {
  static readonly subject = 'inspection.list-teams';
  static readonly reply = pageOf(TeamRow);
  @MayBeAbsent() @IsDay() readonly on?: Day;
  /** Which inspect this unit on that day. */
  @MayBeAbsent() @IsId() readonly unit?: UnitId;
  /** In which this person is on that day. */
  @MayBeAbsent() @IsId() readonly person?: PersonId;
}

export class SeeTeam extends Reading {
  static readonly subject = 'inspection.see-team';
  static readonly reply = TeamRow;
  @IsId() readonly teamId!: TeamId;
  @MayBeAbsent() @IsDay() readonly on?: Day;
}
