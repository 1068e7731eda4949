import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { ReadNames } from '@redress/contracts/directory/names';
import { Actor, SEES_EVERYTHING } from '@redress/contracts/envelope';
import { type Coverage, ReadCoverage } from '@redress/contracts/inspection/coverage';
import type { Answer } from '@redress/contracts/query';
import type { UnitId } from '@redress/contracts/values';
import { Services } from '@redress/edge/services';
import { answered } from '@redress/read-models/answer';
import type { Count } from '@redress/read-models/facets';
import { ReadModels } from '@redress/read-models/read-models';
import { visitList } from '../visit-list/visit-list.js';
import { coverageOf, type Seen } from './coverage.js';
import { roundScopes } from './round-scopes.js';

@Controller()
export class CoverageHandler {
  constructor(
    private readonly models: ReadModels,
    private readonly services: Services,
  ) {}

  @MessagePattern(ReadCoverage.subject)
  async read(
    @Payload('query') query: ReadCoverage,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<Coverage>> {
    if (!SEES_EVERYTHING[actor.role]) return { rejected: 'not-found' };
    const scope = await answered(this.models, roundScopes, query, () =>
      this.models.get(roundScopes, query.roundId),
    );
    if ('rejected' in scope) return scope;
    const seen = await answered(this.models, visitList, query, () => this.seenIn(query));
    return 'rejected' in seen ? seen : this.named(coverageOf(scope, seen, query), actor);
  }

  private async seenIn({ roundId, from, to }: ReadCoverage): Promise<Seen> {
    const period = (from ?? to) && { seenOn: { ...(from && { from }), ...(to && { to }) } };
    const where = { roundId, status: 'submitted', ...period } as const;
    // Counting by unit is much less than reading so many rows.
    const fields = ['inspectedUnit', 'selfCheckedUnit'] as const;
    const { inspectedUnit, selfCheckedUnit } = await this.models.facets(visitList, { where, fields });
    return { inspected: unitsIn(inspectedUnit), selfChecked: unitsIn(selfCheckedUnit) };
  }

  /** What they are called today, as the asker may know. */
  private async named(coverage: Coverage, actor: Actor): Promise<Coverage> {
    if (coverage.rows.length === 0) return coverage;
    const units = coverage.rows.map(({ unit }) => unit);
    const names = await this.services.ask(ReadNames, { units, people: [] }, actor);
    if ('rejected' in names) return coverage;
    const rows = coverage.rows.map((row) => {
      const name = names.units[row.unit];
      return name === undefined ? row : { ...row, name };
    });
    return { ...coverage, rows };
  }
}

const unitsIn = (counts: readonly Count[]): ReadonlySet<UnitId> =>
  new Set(counts.flatMap(({ value }) => (value === null ? [] : [value as UnitId])));
