import { Injectable } from '@nestjs/common';
import type { TeamRow } from '@redress/contracts/inspection/team-list';
import type { Day } from '@redress/contracts/values';
import { ServiceUnavailable } from '@redress/edge/services';
import { EventStore } from '@redress/eventsourcing/event-store';
import { ReadModels } from '@redress/read-models/read-models';
import { rowOn, teamList } from './team-list.js';

const TEAMS_A_PAGE = 200;
const PATIENCE_MS = 2_000;

/** All teams that there are on a day, also those that were formed, or paired, a moment ago. */
@Injectable()
export class TeamsOfDay {
  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
  ) {}

  /** @throws ServiceUnavailable while the list of teams is behind. */
  async on(day: Day): Promise<readonly TeamRow[]> {
    if (!(await this.models.reached(teamList, await this.store.last(), PATIENCE_MS)))
      throw new ServiceUnavailable('the list of teams is behind');
    const where = { from: { to: day }, until: { from: day } };
    const teams: TeamRow[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.models.find(teamList, { where, by: 'name', limit: TEAMS_A_PAGE, cursor });
      teams.push(...page.rows.map((team) => rowOn(team, day)).filter((team) => team !== undefined));
      cursor = page.next;
    } while (cursor !== undefined);
    return teams;
  }
}
