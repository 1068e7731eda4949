import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Answer } from '@redress/contracts/query';
import { type PublicObjection, ReadObjection } from '@redress/contracts/rectification/object-to-close-out';
import { type PublicNotice, ReadNotice, ReadNotices } from '@redress/contracts/rectification/public-notice';
import type { Day } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { answered } from '@redress/read-models/answer';
import { type Page, ReadModels } from '@redress/read-models/read-models';
import { type NoticeRow, publicNotices } from './notice-board.js';

const PAGE = 50;

/** For anybody, whoever they are. */
@Controller()
export class NoticeBoardHandler {
  constructor(
    private readonly models: ReadModels,
    private readonly clock: Clock,
  ) {}

  @MessagePattern(ReadNotices.subject)
  readNotices(@Payload('query') query: ReadNotices): Promise<Answer<Page<PublicNotice>>> {
    const { order, limit, cursor, text } = query;
    return answered(this.models, publicNotices, query, async () => {
      const today = this.today();
      const { rows, ...more } = await this.models.find(publicNotices, {
        where: { until: { from: today } },
        by: 'until',
        descending: order === 'desc',
        limit: limit ?? PAGE,
        cursor,
        text,
      });
      return { rows: rows.map((row) => shownOf(row, today)).filter((row) => row !== undefined), ...more };
    });
  }

  @MessagePattern(ReadNotice.subject)
  readNotice(@Payload('query') query: ReadNotice): Promise<Answer<PublicNotice>> {
    return answered(this.models, publicNotices, query, async () => {
      const row = await this.models.get(publicNotices, query.taskId);
      return row && shownOf(row, this.today());
    });
  }

  @MessagePattern(ReadObjection.subject)
  readObjection(@Payload('query') query: ReadObjection): Promise<Answer<PublicObjection>> {
    const { taskId, objectionId } = query;
    return answered(this.models, publicNotices, query, async () => {
      const row = await this.models.get(publicNotices, taskId);
      const objection = row?.objections[objectionId];
      if (!objection) return undefined;
      const { closeOut, status, answer } = objection;
      const isOvertaken = status === 'raised' && closeOut !== row.closeOut;
      return {
        objectionId,
        status: isOvertaken ? 'overtaken' : status,
        ...(answer !== undefined && { answer }),
      };
    });
  }

  private today(): Day {
    return this.clock.dayOf(this.clock.now());
  }
}

/** What is shown of a row on a day; undefined when nothing is. */
const shownOf = ({ id, shown, closed }: NoticeRow, today: Day): PublicNotice | undefined => {
  if (!shown) return undefined;
  const status = closed ? 'closed' : shown.until < today ? 'over' : 'running';
  return { id, ...shown, status };
};
