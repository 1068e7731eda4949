import { IsDay, IsId, IsOneOf, MayBeAbsent } from '../fields.js';
import type { Day, PersonId } from '../values.js';
import { TeamRef } from './form-team.js';
import { TEAM_PARTS, type TeamPart } from './team-parts.js';
import { TEAM_REJECTIONS } from './team-rejections.js';
import { TeamWritten } from './team-written.js';

export class MemberRef extends TeamRef {
  @IsId() readonly person!: PersonId;
}

/** From that day on the person is in the team. There is one head at a time. `until` is the last day. */
export class JoinTeam extends MemberRef {
  static readonly subject = 'inspection.join-team';
  static readonly rejections = TEAM_REJECTIONS;
  static readonly reply = TeamWritten;
  @IsOneOf(TEAM_PARTS) readonly part!: TeamPart;
  @IsDay() readonly from!: Day;
  @MayBeAbsent() @IsDay() readonly until?: Day;
}

/** The person is in the team until that day, which is the last. */
export class LeaveTeam extends MemberRef {
  static readonly subject = 'inspection.leave-team';
  static readonly rejections = TEAM_REJECTIONS;
  @IsDay() readonly until!: Day;
}
