import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor, SEES_EVERYTHING } from '@redress/contracts/envelope';
import { ListReports, type ReportRow } from '@redress/contracts/inspection/read-report';
import type { Answer } from '@redress/contracts/query';
import { answered } from '@redress/read-models/answer';
import { type Page, ReadModels } from '@redress/read-models/read-models';
import { reportList, rowOf } from './report-list.js';

const PAGE = 50;

@Controller()
export class ReportListHandler {
  constructor(private readonly models: ReadModels) {}

  /** All of them for whoever sees everything; for a unit, those that were circulated to it. */
  @MessagePattern(ListReports.subject)
  list(
    @Payload('query') query: ListReports,
    @Payload('actor') { role, unit }: Actor,
  ): Promise<Answer<Page<ReportRow>>> {
    const { roundId, limit = PAGE, cursor, order } = query;
    return answered(this.models, reportList, query, async () => {
      const isReader = role === 'unit' && unit !== undefined;
      if (!SEES_EVERYTHING[role] && !isReader) return undefined;
      // What was circulated was issued, and stays so.
      const where = { roundId, ...(isReader && { readers: { has: unit } }) };
      const descending = order !== 'asc';
      const page = await this.models.find(reportList, { where, by: 'draftedAt', descending, limit, cursor });
      return { ...page, rows: page.rows.map(rowOf) };
    });
  }
}
