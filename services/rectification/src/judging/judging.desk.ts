import { Injectable } from '@nestjs/common';
import { type Actor, SEES_EVERYTHING } from '@redress/contracts/envelope';
import type { InspectingTeam } from '@redress/contracts/inspection/inspecting-teams';
import type { Answer } from '@redress/contracts/query';
import type { DeskListing, ToBeJudged } from '@redress/contracts/rectification/judges';
import type { Day, PersonId, TaskId, UnitId } from '@redress/contracts/values';
import { ServiceUnavailable } from '@redress/edge/services';
import { Clock } from '@redress/eventsourcing/clock';
import { answered } from '@redress/read-models/answer';
import type { AnyRow, Projection } from '@redress/read-models/projection';
import { type Filter, type Page, ReadModels } from '@redress/read-models/read-models';
import { type Named, pageOf, whereFor } from '../desk-page.js';
import { Teams } from '../membership/teams.js';
import { Judges } from './judges.js';
import { waitingFor } from './waiting-for.js';

type Line = AnyRow & { readonly units: object; readonly leadUnit: UnitId };

/** What is looked for on a desk, and of which task a line is; undefined for one that is judged already. */
type Wanted<Row extends Line> = {
  readonly where: Named<Row>;
  readonly by: keyof Row & string;
  readonly taskOf: (row: Row) => TaskId | undefined;
  readonly isReview?: boolean;
};

/** A desk of those who judge tasks: what waits for a team, and who of it may go. */
@Injectable()
export class JudgingDesk {
  constructor(
    private readonly models: ReadModels,
    private readonly clock: Clock,
    private readonly teams: Teams,
    private readonly judges: Judges,
  ) {}

  /** @throws ServiceUnavailable when it is asked what waits for whom, and inspection does not say. */
  page<Row extends Line>(
    desk: Projection<never, Row>,
    query: DeskListing,
    actor: Actor,
    wanted: Wanted<Row>,
  ): Promise<Answer<Page<Row & ToBeJudged>>> {
    return answered<Page<Row & ToBeJudged>>(this.models, desk, query, async () => {
      const seen = whereFor(actor, wanted.where);
      const isNarrowed = Boolean(query.team ?? query.inspector ?? query.unpaired);
      if (!seen || (isNarrowed && !SEES_EVERYTHING[actor.role])) return undefined;
      const today = this.clock.dayOf(this.clock.now());
      const where = isNarrowed ? await this.narrowed(desk, query, seen, today) : seen;
      const page = await pageOf(this.models, desk, query, where, wanted.by);
      if (!SEES_EVERYTHING[actor.role]) return page;
      try {
        return { ...page, rows: await this.withJudges(page.rows, query, actor, wanted, today) };
      } catch (error) {
        // To look is not to act: the lines are worth something without who may go.
        if (isNarrowed || !(error instanceof ServiceUnavailable)) throw error;
        return page;
      }
    });
  }

  /** Of the units for which something waits, those that are asked for. */
  private async narrowed<Row extends Line>(
    desk: Projection<never, Row>,
    query: DeskListing,
    where: Filter<Row>,
    today: Day,
  ): Promise<Filter<Row>> {
    const { text } = query;
    const { leadUnit } = await this.models.facets(desk, { where, text, fields: ['leadUnit'] });
    const units = leadUnit.map(({ value }) => value as UnitId);
    return { ...where, leadUnit: { in: waitingFor(query, units, await this.teams.of(units, today)) } };
  }

  private async withJudges<Row extends Line>(
    rows: readonly Row[],
    query: DeskListing,
    actor: Actor,
    { taskOf, isReview = false }: Wanted<Row>,
    today: Day,
  ): Promise<readonly (Row & ToBeJudged)[]> {
    const waiting = rows.flatMap((row) => taskOf(row) ?? []);
    if (waiting.length === 0) return rows;
    const teams = await this.teams.of(
      rows.map(({ leadUnit }) => leadUnit),
      today,
    );
    const people = whoMightGo(query, actor, teams);
    const judgesOf = await this.judges.of(people, [...new Set(waiting)], today, { isReview });
    return rows.map((row) => {
      const taskId = taskOf(row);
      return taskId ? { ...row, teams: teamsOf(row.leadUnit, teams), judges: judgesOf(taskId) } : row;
    });
  }
}

const teamsOf = (unit: UnitId, teams: readonly InspectingTeam[]): ToBeJudged['teams'] & {} =>
  teams.filter(({ units }) => units.includes(unit)).map(({ team }) => team);

const whoMightGo = (
  { team, inspector }: DeskListing,
  { role, person }: Actor,
  teams: readonly InspectingTeam[],
): readonly PersonId[] => {
  if (inspector) return [inspector];
  if (team) return [...new Set(teams.filter((one) => one.team === team).flatMap(({ members }) => members))];
  return person && role !== 'auditor' ? [person] : [];
};
