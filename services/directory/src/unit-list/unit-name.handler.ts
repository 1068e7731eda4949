import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { FindUnitName, type UnitName } from '@redress/contracts/directory/unit-name';
import { Actor } from '@redress/contracts/envelope';
import type { Answer } from '@redress/contracts/query';
import { ReadModels } from '@redress/read-models/read-models';
import { rowOn, unitList } from './unit-list.js';

/** For services that show the public what a unit is called, who may not look into the tree itself. */
@Controller()
export class UnitNameHandler {
  constructor(private readonly models: ReadModels) {}

  @MessagePattern(FindUnitName.subject)
  async find(
    @Payload('query') { unit, on }: FindUnitName,
    @Payload('actor') asker: Actor,
  ): Promise<Answer<UnitName>> {
    const row = asker.role === 'system' ? await this.models.get(unitList, unit) : undefined;
    return row && row.from <= on ? { name: rowOn(row, on).name } : { rejected: 'not-found' };
  }
}
