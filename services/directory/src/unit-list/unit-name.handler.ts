import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { FindUnitName, type UnitName } from '@redress/contracts/directory/unit-name';
import { Actor } from '@redress/contracts/envelope';
import type { Answer } from '@redress/contracts/query';
import { EventStore } from '@redress/eventsourcing/event-store';
import { answeredNow } from '@redress/read-models/answer';
import { ReadModels } from '@redress/read-models/read-models';
import { rowOn, unitList } from './unit-list.js';

/** For services that show the public what a unit is called, who may not look into the tree itself. */
@Controller()
export class UnitNameHandler {
  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
  ) {}

  @MessagePattern(FindUnitName.subject)
  async find(
    @Payload('query') { unit, on }: FindUnitName,
    @Payload('actor') asker: Actor,
  ): Promise<Answer<UnitName>> {
    if (asker.role !== 'system') return { rejected: 'not-found' };
    return answeredNow(this.store, this.models, [unitList], async () => {
      const row = await this.models.get(unitList, unit);
      return row && row.from <= on ? { name: rowOn(row, on).name } : undefined;
    });
  }
}
