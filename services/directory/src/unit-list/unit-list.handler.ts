import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { ListUnits, type UnitRow } from '@redress/contracts/directory/units';
import type { Answer } from '@redress/contracts/query';
import { Clock } from '@redress/eventsourcing/clock';
import { answered } from '@redress/read-models/answer';
import { type Page, ReadModels } from '@redress/read-models/read-models';
import { rowOn, unitList } from './unit-list.js';

/** Anybody who is signed in may see the tree. */
@Controller()
export class UnitListHandler {
  constructor(
    private readonly models: ReadModels,
    private readonly clock: Clock,
  ) {}

  @MessagePattern(ListUnits.subject)
  list(@Payload('query') query: ListUnits): Promise<Answer<Page<UnitRow>>> {
    const { on = this.clock.dayOf(this.clock.now()), limit = 50, cursor, text, order } = query;
    const descending = order === 'desc';
    return answered(this.models, unitList, query, async () => {
      const where = { from: { to: on }, until: { from: on } };
      const { rows, ...more } = await this.models.find(unitList, {
        where,
        by: 'code',
        descending,
        limit,
        cursor,
        text,
      });
      return { rows: rows.map((unit) => rowOn(unit, on)), ...more };
    });
  }
}
