import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import {
  type ChecklistRow,
  type ChecklistView,
  ListChecklists,
  SeeChecklist,
} from '@redress/contracts/inspection/read-checklists';
import type { Answer } from '@redress/contracts/query';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { answered } from '@redress/read-models/answer';
import { type Page, ReadModels } from '@redress/read-models/read-models';
import { checklists, versionOf } from '../checklist/checklist.js';
import { checklistList } from './checklist-list.js';

@Controller()
export class ChecklistListHandler {
  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
  ) {}

  @MessagePattern(ListChecklists.subject)
  list(@Payload('query') query: ListChecklists): Promise<Answer<Page<ChecklistRow>>> {
    const { limit = 50, cursor, text, order } = query;
    const descending = order === 'desc';
    return answered(this.models, checklistList, query, () =>
      this.models.find(checklistList, { where: {}, by: 'en', descending, limit, cursor, text }),
    );
  }

  /** From the log itself: whatever position the query names, it is there. */
  @MessagePattern(SeeChecklist.subject)
  async see(@Payload('query') { checklistId: id, version }: SeeChecklist): Promise<Answer<ChecklistView>> {
    const checklist = await load(this.store, checklists, id);
    const found = versionOf(checklist, version);
    if (!found) return { rejected: 'not-found' };
    return {
      id,
      ...found,
      revision: checklist.versions.length - 1,
    };
  }
}
