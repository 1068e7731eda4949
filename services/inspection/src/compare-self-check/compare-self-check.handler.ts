import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor } from '@redress/contracts/envelope';
import { CompareSelfCheck, type Comparison } from '@redress/contracts/inspection/visit-items';
import type { Answer } from '@redress/contracts/query';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { answered } from '@redress/read-models/answer';
import { ReadModels } from '@redress/read-models/read-models';
import { Checklists } from '../checklist/checklists.js';
import { pinned } from '../pinned-checklist/pinned-checklist.js';
import { type KnownVisit, visits } from '../visit/visit.js';
import { type StoredVisit, visitList } from '../visit-list/visit-list.js';
import { maySee } from '../visit-list/who-sees.js';
import { compared } from './compare-self-check.js';

@Controller()
export class CompareSelfCheckHandler {
  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
    private readonly checklists: Checklists,
  ) {}

  @MessagePattern(CompareSelfCheck.subject)
  compare(
    @Payload('query') query: CompareSelfCheck,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<Comparison>> {
    const { unit, checklistId, checklistVersion } = query;
    return answered(this.models, visitList, query, async () => {
      if (!maySee(actor, { unit, isHidden: false })) return undefined;
      const [checklist, selfCheck, inspection] = await Promise.all([
        this.checklists.version(checklistId, checklistVersion),
        this.last(query, { selfCheckedUnit: unit }),
        this.last(query, { inspectedUnit: unit }),
      ]);
      return (
        checklist && selfCheck && inspection && compared(pinned(checklist).keys(), selfCheck, inspection)
      );
    });
  }

  /** The one that was seen last, of those that are submitted. */
  private async last(
    { checklistId, checklistVersion }: CompareSelfCheck,
    seen: Pick<StoredVisit, 'selfCheckedUnit' | 'inspectedUnit'>,
  ): Promise<KnownVisit | undefined> {
    const where = { ...seen, checklistId, checklistVersion, status: 'submitted' } as const;
    const { rows } = await this.models.find(visitList, { where, by: 'seenOn', descending: true, limit: 1 });
    const [row] = rows;
    const visit = row && (await load(this.store, visits, row.id));
    return visit?.status === 'unknown' ? undefined : visit;
  }
}
