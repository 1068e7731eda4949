import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor } from '@redress/contracts/envelope';
import type { Answer } from '@redress/contracts/query';
import { ReadTask, type TaskRow } from '@redress/contracts/rectification/ledger';
import {
  type Due,
  type DueTasks,
  type FacetCount,
  type LedgerFacets,
  ReadDueTasks,
  ReadLedger,
  ReadLedgerFacets,
  TASK_FACETS,
} from '@redress/contracts/rectification/ledger-queries';
import { Clock } from '@redress/eventsourcing/clock';
import { answered } from '@redress/read-models/answer';
import type { Count } from '@redress/read-models/facets';
import { type Page, ReadModels } from '@redress/read-models/read-models';
import { maySee, scopeOf } from '../who-sees.js';
import { ledger } from './ledger.js';
import { mostFrequent } from './most-frequent.js';
import { weekOf } from './days.js';
import { whereOf } from './where.js';

const PAGE = 50;

@Controller()
export class LedgerHandler {
  constructor(
    private readonly models: ReadModels,
    private readonly clock: Clock,
  ) {}

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
    const { sort, order, limit, cursor, text, ...asked } = query;
    return answered(this.models, ledger, query, async () => {
      const scope = scopeOf(actor);
      if (!scope) return undefined;
      return this.models.find(ledger, {
        where: whereOf(asked, scope, this.clock),
        by: sort ?? 'deadline',
        descending: order === 'desc',
        limit: limit ?? PAGE,
        cursor,
        text,
      });
    });
  }

  @MessagePattern(ReadLedgerFacets.subject)
  readFacets(
    @Payload('query') query: ReadLedgerFacets,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<LedgerFacets>> {
    const { text, ...asked } = query;
    return answered(this.models, ledger, query, async () => {
      const scope = scopeOf(actor);
      if (!scope) return undefined;
      const where = whereOf(asked, scope, this.clock);
      const facets = await this.models.facets(ledger, { where, text, fields: TASK_FACETS });
      const countOf = (due: Due): Promise<number> =>
        this.models.count(ledger, { where: whereOf(asked, scope, this.clock, due), text });
      return {
        tasks: facets.status.reduce((sum, { rows }) => sum + rows, 0),
        overdue: await countOf('overdue'),
        dueThisWeek: await countOf('this-week'),
        status: counted(facets.status),
        taskType: counted(facets.taskType),
        severity: counted(facets.severity),
        card: counted(facets.card),
        leadUnit: counted(facets.leadUnit),
        responsible: counted(facets.responsible),
        units: counted(facets.units),
        topics: counted(facets.topics),
        channels: counted(facets.channels),
      };
    });
  }

  @MessagePattern(ReadDueTasks.subject)
  readDue(@Payload('query') query: ReadDueTasks, @Payload('actor') actor: Actor): Promise<Answer<DueTasks>> {
    const { week, limit, cursor, ...asked } = query;
    return answered(this.models, ledger, query, async () => {
      const scope = scopeOf(actor);
      if (!scope) return undefined;
      const days = weekOf(week ?? this.clock.dayOf(this.clock.now()));
      const thatWeek = { ...asked, stage: 'open', deadlineFrom: days.from, deadlineTo: days.to } as const;
      const where = whereOf(thatWeek, scope, this.clock);
      const [page, due, overdue] = await Promise.all([
        this.models.find(ledger, { where, by: 'deadline', limit: limit ?? PAGE, cursor }),
        this.models.count(ledger, { where }),
        this.models.count(ledger, { where: whereOf(asked, scope, this.clock, 'overdue') }),
      ]);
      return { ...page, ...days, due, overdue };
    });
  }
}

const counted = (counts: readonly Count[]): readonly FacetCount[] =>
  mostFrequent(counts).map(({ value, rows }) => ({ value, tasks: rows }));
