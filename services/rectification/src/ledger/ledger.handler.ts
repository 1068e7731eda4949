import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor } from '@redress/contracts/envelope';
import type { Answer } from '@redress/contracts/query';
import { ReadLedger, ReadTask, type TaskRow } from '@redress/contracts/rectification/ledger';
import { answered } from '@redress/read-models/answer';
import { type Page, ReadModels } from '@redress/read-models/read-models';
import { maySee, scopeOf } from '../who-sees.js';
import { ledger } from './ledger.js';

const PAGE = 50;

@Controller()
export class LedgerHandler {
  constructor(private readonly models: ReadModels) {}

  @MessagePattern(ReadTask.subject)
  readTask(@Payload('query') query: ReadTask, @Payload('actor') actor: Actor): Promise<Answer<TaskRow>> {
    return answered(this.models, ledger, query, async () => {
      const row = await this.models.get(ledger, query.taskId);
      return row && (maySee(actor, row) || maySee(actor, { units: row.formerUnits })) ? row : undefined;
    });
  }

  @MessagePattern(ReadLedger.subject)
  readLedger(
    @Payload('query') query: ReadLedger,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<Page<TaskRow>>> {
    const { status, leadUnit, taskType, deadlineFrom, deadlineTo, sort, order, limit, cursor, text } = query;
    const deadline = {
      ...(deadlineFrom && { from: deadlineFrom }),
      ...(deadlineTo && { to: deadlineTo }),
    };
    return answered(this.models, ledger, query, async () => {
      const scope = scopeOf(actor);
      if (!scope) return undefined;
      return this.models.find(ledger, {
        where: {
          ...scope,
          ...(status && { status }),
          ...(leadUnit && { leadUnit }),
          ...(taskType && { taskType }),
          ...((deadlineFrom ?? deadlineTo) && { deadline }),
        },
        by: sort ?? 'deadline',
        descending: order === 'desc',
        limit: limit ?? PAGE,
        cursor,
        text,
      });
    });
  }
}
