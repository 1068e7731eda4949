import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor, SEES_EVERYTHING } from '@redress/contracts/envelope';
import {
  CountFindings,
  FINDING_FACETS,
  type FindingCount,
  type FindingFacets,
  type FindingRow,
  ListFindings,
  SeeFinding,
  SeeFindingFile,
} from '@redress/contracts/inspection/finding-list';
import { type Answer, FACET_LIMIT } from '@redress/contracts/query';
import type { EvidenceFile } from '@redress/contracts/rectification/evidence-file';
import { answered } from '@redress/read-models/answer';
import type { Count } from '@redress/read-models/facets';
import { type Filter, type Page, ReadModels } from '@redress/read-models/read-models';
import { findingList, rowOf, type StoredFinding } from './finding-list.js';

const PAGE = 50;

@Controller()
export class FindingListHandler {
  constructor(private readonly models: ReadModels) {}

  @MessagePattern(ListFindings.subject)
  list(
    @Payload('query') query: ListFindings,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<Page<FindingRow>>> {
    const { limit = PAGE, cursor, order, text } = query;
    return answered(this.models, findingList, query, async () => {
      const where = whereOf(query, actor);
      if (!where) return undefined;
      const descending = order !== 'asc';
      const page = await this.models.find(findingList, {
        where,
        by: 'seenOn',
        descending,
        limit,
        cursor,
        text,
      });
      return { ...page, rows: page.rows.map(rowOf) };
    });
  }

  @MessagePattern(CountFindings.subject)
  count(
    @Payload('query') query: CountFindings,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<FindingFacets>> {
    const { text } = query;
    return answered(this.models, findingList, query, async () => {
      const where = whereOf(query, actor);
      if (!where) return undefined;
      const facets = await this.models.facets(findingList, { where, text, fields: FINDING_FACETS });
      return {
        findings: facets.status.reduce((sum, { rows }) => sum + rows, 0),
        status: counted(facets.status),
        severity: counted(facets.severity),
        unit: counted(facets.unit),
        roundId: counted(facets.roundId),
      };
    });
  }

  @MessagePattern(SeeFinding.subject)
  see(@Payload('query') query: SeeFinding, @Payload('actor') actor: Actor): Promise<Answer<FindingRow>> {
    return answered(this.models, findingList, query, async () => {
      const row = await this.models.get(findingList, query.findingId);
      return row && maySee(actor, row) ? rowOf(row) : undefined;
    });
  }

  @MessagePattern(SeeFindingFile.subject)
  async file(
    @Payload('query') { findingId, sha256 }: SeeFindingFile,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<EvidenceFile>> {
    const row = await this.models.get(findingList, findingId);
    const files = row && maySee(actor, row) ? row.files : [];
    return files.find((file) => file.sha256 === sha256) ?? { rejected: 'not-found' };
  }
}

/** Those that somebody may see: all, those about the own unit that it was told of, or for undefined none. */
const scopeOf = ({ role, unit }: Actor): Pick<StoredFinding, 'unit' | 'isTold'> | object | undefined => {
  if (SEES_EVERYTHING[role]) return {};
  return role === 'unit' && unit ? { unit, isTold: true } : undefined;
};

const maySee = (actor: Actor, { unit, isTold }: StoredFinding): boolean =>
  SEES_EVERYTHING[actor.role] || (actor.role === 'unit' && actor.unit === unit && isTold);

const whereOf = (
  { roundId, visitId, unit, teamId, severity, status, from, to }: CountFindings,
  actor: Actor,
): Filter<StoredFinding> | undefined => {
  const scope = scopeOf(actor);
  if (!scope || ('unit' in scope && unit && unit !== scope.unit)) return undefined;
  return {
    ...(roundId && { roundId }),
    ...(visitId && { visitId }),
    ...(unit && { unit }),
    ...(teamId && { teamId }),
    ...(severity && { severity }),
    ...(status && { status }),
    ...((from ?? to) && { seenOn: { ...(from && { from }), ...(to && { to }) } }),
    ...scope,
  };
};

const counted = (counts: readonly Count[]): readonly FindingCount[] =>
  counts
    .slice(0, FACET_LIMIT)
    .map(({ value, rows }) => ({ value: value === null ? null : String(value), findings: rows }));
