import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { type AuditedEvent, ListEvents } from '@redress/contracts/audit/audited-event';
import { Actor } from '@redress/contracts/envelope';
import type { Answer } from '@redress/contracts/query';
import { type Filter, type Page, ReadModels } from '@redress/read-models/read-models';
import { Sealing } from '@redress/sealing/sealing';
import { shown } from '../record-events/shown.js';
import { auditedEvents } from '../record-events/audited-events.js';

const USUAL_LIMIT = 50;

@Controller()
export class EventSearchHandler {
  constructor(
    private readonly models: ReadModels,
    private readonly sealing: Sealing,
  ) {}

  @MessagePattern(ListEvents.subject)
  async list(
    @Payload('query') query: ListEvents,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<Page<AuditedEvent>>> {
    if (actor.role !== 'auditor') return { rejected: 'not-found' };
    const { limit = USUAL_LIMIT, cursor, order } = query;
    const page = await this.models.find(auditedEvents, {
      where: wanted(query),
      by: 'recordedAt',
      descending: order === 'desc',
      limit,
      cursor,
    });
    return { ...page, rows: await shown(this.sealing, page.rows) };
  }
}

const wanted = ({ service, type, person, caseId, from, to }: ListEvents): Filter<AuditedEvent> => ({
  ...(service && { service }),
  ...(type && { type }),
  ...(person && { person }),
  ...(caseId && { caseId }),
  recordedAt: { ...(from && { from }), ...(to && { to }) },
});
