import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { AuditedEvent } from '@redress/contracts/audit/audited-event';
import { type CaseHistory, FindCaseHistory } from '@redress/contracts/audit/case-history';
import { Actor, SEES_EVERYTHING } from '@redress/contracts/envelope';
import { type Answer, PAGE_LIMIT } from '@redress/contracts/query';
import type { CaseId } from '@redress/contracts/values';
import { ReadModels } from '@redress/read-models/read-models';
import { Sealing } from '@redress/sealing/sealing';
import { shown } from '../record-events/shown.js';
import { auditedEvents, type KeptEvent } from '../record-events/audited-events.js';
import { historyOf } from './case-history.js';

@Controller()
export class CaseHistoryHandler {
  constructor(
    private readonly models: ReadModels,
    private readonly sealing: Sealing,
  ) {}

  @MessagePattern(FindCaseHistory.subject)
  async find(
    @Payload('query') { caseId }: FindCaseHistory,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<CaseHistory>> {
    if (!SEES_EVERYTHING[actor.role]) return { rejected: 'not-found' };
    const events = await this.eventsOf(caseId);
    return events.length > 0 ? historyOf(caseId, events) : { rejected: 'not-found' };
  }

  private async eventsOf(caseId: CaseId): Promise<readonly AuditedEvent[]> {
    const events: KeptEvent[] = [];
    let cursor: string | undefined;
    do {
      const query = { where: { caseId }, by: 'recordedAt', limit: PAGE_LIMIT, cursor } as const;
      const page = await this.models.find(auditedEvents, query);
      events.push(...page.rows);
      cursor = page.next;
    } while (cursor !== undefined);
    return shown(this.sealing, events);
  }
}
