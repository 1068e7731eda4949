import { IsDay, IsId, IsText, MayBeAbsent } from '../fields.js';
import type { Day, TeamId } from '../values.js';
import { TEAM_REJECTIONS } from './team-rejections.js';

export class TeamRef {
  @IsId() readonly teamId!: TeamId;
}

/** From that day on there is this team. Its term ends with `until`, the last day; without it, when it is dissolved. */
export class FormTeam extends TeamRef {
  static readonly subject = 'inspection.form-team';
  static readonly rejections = TEAM_REJECTIONS;
  @IsText(200) readonly name!: string;
  @IsDay() readonly from!: Day;
  @MayBeAbsent() @IsDay() readonly until?: Day;
}

/** The team is there until that day, which is the last; who is in it then, and its units, are so no longer. */
export class DissolveTeam extends TeamRef {
  static readonly subject = 'inspection.dissolve-team';
  static readonly rejections = TEAM_REJECTIONS;
  @IsDay() readonly until!: Day;
}
