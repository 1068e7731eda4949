import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor } from '@redress/contracts/envelope';
import { FindInspectingTeams, type InspectingTeams } from '@redress/contracts/inspection/inspecting-teams';
import type { Answer } from '@redress/contracts/query';
import { TeamsOfDay } from '../team-list/teams-of-day.js';

/** Whose task it is to go and look at some units. */
@Controller()
export class InspectingTeamsHandler {
  constructor(private readonly teams: TeamsOfDay) {}

  @MessagePattern(FindInspectingTeams.subject)
  async find(
    @Payload('query') { units, on }: FindInspectingTeams,
    @Payload('actor') asker: Actor,
  ): Promise<Answer<InspectingTeams>> {
    if (asker.role !== 'system') return { rejected: 'not-found' };
    const asked = new Set(units);
    const teams = (await this.teams.on(on)).map((team) => ({
      team: team.id,
      units: team.units.map(({ unit }) => unit).filter((unit) => asked.has(unit)),
      members: team.members.map(({ person }) => person),
    }));
    return { teams: teams.filter((team) => team.units.length > 0) };
  }
}
