import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor, SEES_EVERYTHING } from '@redress/contracts/envelope';
import { ListPractices, type PracticeRow } from '@redress/contracts/inspection/good-practice';
import type { Answer } from '@redress/contracts/query';
import { answered } from '@redress/read-models/answer';
import { type Page, ReadModels } from '@redress/read-models/read-models';
import { practiceList } from './practice-list.js';

const PAGE = 50;

@Controller()
export class PracticeListHandler {
  constructor(private readonly models: ReadModels) {}

  @MessagePattern(ListPractices.subject)
  list(
    @Payload('query') query: ListPractices,
    @Payload('actor') { role, unit: own }: Actor,
  ): Promise<Answer<Page<PracticeRow>>> {
    const { roundId, visitId, unit, limit = PAGE, cursor, order, text } = query;
    return answered(this.models, practiceList, query, async () => {
      const isTheirs = role === 'unit' && own !== undefined && (unit === undefined || unit === own);
      if (!SEES_EVERYTHING[role] && !isTheirs) return undefined;
      const where = {
        ...(roundId && { roundId }),
        ...(visitId && { visitId }),
        ...(unit && { unit }),
        ...(isTheirs && { unit: own }),
      };
      const descending = order !== 'asc';
      return this.models.find(practiceList, { where, by: 'notedAt', descending, limit, cursor, text });
    });
  }
}
