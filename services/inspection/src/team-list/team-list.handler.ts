import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { ListTeams, SeeTeam, type TeamRow } from '@redress/contracts/inspection/team-list';
import type { Answer } from '@redress/contracts/query';
import { Clock } from '@redress/eventsourcing/clock';
import { answered } from '@redress/read-models/answer';
import { type Page, ReadModels } from '@redress/read-models/read-models';
import { rowOn, teamList } from './team-list.js';

/** Anybody who is signed in may see who inspects whom, as they may see the tree of the organisation. */
@Controller()
export class TeamListHandler {
  constructor(
    private readonly models: ReadModels,
    private readonly clock: Clock,
  ) {}

  /** A page may be shorter than its limit: of the teams that ever had the unit or the person, those of the day are told. */
  @MessagePattern(ListTeams.subject)
  list(@Payload('query') query: ListTeams): Promise<Answer<Page<TeamRow>>> {
    const { on = this.today(), unit, person, limit = 50, cursor, text, order } = query;
    const where = {
      from: { to: on },
      until: { from: on },
      ...(unit && { units: { has: unit } }),
      ...(person && { people: { has: person } }),
    };
    return answered(this.models, teamList, query, async () => {
      const descending = order === 'desc';
      const page = await this.models.find(teamList, { where, by: 'name', descending, limit, cursor, text });
      const rows = page.rows
        .map((team) => rowOn(team, on))
        .filter((team) => team !== undefined)
        .filter((team) => unit === undefined || team.units.some((paired) => paired.unit === unit))
        .filter((team) => person === undefined || team.members.some((member) => member.person === person));
      return { ...page, rows };
    });
  }

  @MessagePattern(SeeTeam.subject)
  see(@Payload('query') query: SeeTeam): Promise<Answer<TeamRow>> {
    const { teamId, on = this.today() } = query;
    return answered(this.models, teamList, query, async () => {
      const team = await this.models.get(teamList, teamId);
      return team && rowOn(team, on);
    });
  }

  private today() {
    return this.clock.dayOf(this.clock.now());
  }
}
