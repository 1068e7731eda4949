import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor } from '@redress/contracts/envelope';
import { ListVisits, SeeVisit, type VisitRow } from '@redress/contracts/inspection/visit-list';
import type { Answer } from '@redress/contracts/query';
import { answered } from '@redress/read-models/answer';
import { type Page, ReadModels } from '@redress/read-models/read-models';
import { rowOf, visitList } from './visit-list.js';
import { maySee, scopeOf } from './who-sees.js';

const PAGE = 50;

@Controller()
export class VisitListHandler {
  constructor(private readonly models: ReadModels) {}

  @MessagePattern(ListVisits.subject)
  list(@Payload('query') query: ListVisits, @Payload('actor') actor: Actor): Promise<Answer<Page<VisitRow>>> {
    const { roundId, unit, teamId, inspector, kind, status, from, to } = query;
    const { limit = PAGE, cursor, order } = query;
    return answered(this.models, visitList, query, async () => {
      const scope = scopeOf(actor);
      if (!scope || (unit && scope.unit && unit !== scope.unit)) return undefined;
      const where = {
        ...(roundId && { roundId }),
        ...(unit && { unit }),
        ...(teamId && { teamId }),
        ...(inspector && { inspectors: { has: inspector } }),
        ...(kind && { kind }),
        ...(status && { status }),
        ...((from ?? to) && { on: { ...(from && { from }), ...(to && { to }) } }),
        ...scope,
      };
      const descending = order !== 'asc';
      const page = await this.models.find(visitList, { where, by: 'on', descending, limit, cursor });
      return { ...page, rows: page.rows.map(rowOf) };
    });
  }

  @MessagePattern(SeeVisit.subject)
  see(@Payload('query') query: SeeVisit, @Payload('actor') actor: Actor): Promise<Answer<VisitRow>> {
    return answered(this.models, visitList, query, async () => {
      const visit = await this.models.get(visitList, query.visitId);
      return visit && maySee(actor, visit) ? rowOf(visit) : undefined;
    });
  }
}
