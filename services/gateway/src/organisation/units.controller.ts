import { Body, Controller, Delete, Get, HttpStatus, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import {
  DissolveUnit,
  ListUnits,
  RecordUnit,
  type UnitRejection,
  UnitRef,
} from '@redress/contracts/directory/units';
import { Envelope } from '@redress/contracts/envelope';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';

export class UnitAsOf extends PickType(RecordUnit, ['name', 'parent', 'from']) {}
export class Dissolution extends PickType(DissolveUnit, ['from']) {}

@ApiTags('organisation')
@Controller('units')
export class UnitsController {
  constructor(private readonly services: Services) {}

  @Get()
  @ApiOperation({ summary: 'The units of a day' })
  @ApiOkResponse({ type: ListUnits.reply })
  async list(@Query() query: ListUnits, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ListUnits, query, actor));
  }

  @Put(':code')
  @ApiOperation({ summary: 'Records a unit, or from a later day its other name or parent' })
  @ApiOkResponse({ type: Written })
  @Refuses(RecordUnit, () => STATUS)
  async record(
    @Param() { code }: UnitRef,
    @Body() unit: UnitAsOf,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(RecordUnit, { code, ...unit }, envelope), STATUS);
  }

  @Delete(':code')
  @ApiOperation({ summary: 'Dissolves a unit on a day' })
  @ApiOkResponse({ type: Written })
  @Refuses(DissolveUnit, () => STATUS)
  async dissolve(
    @Param() { code }: UnitRef,
    @Body() { from }: Dissolution,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(DissolveUnit, { code, from }, envelope), STATUS);
  }
}

const STATUS: Readonly<Record<UnitRejection, HttpStatus>> = {
  'may-not-change-the-organisation': HttpStatus.FORBIDDEN,
  'no-such-unit': HttpStatus.NOT_FOUND,
  'no-such-parent': HttpStatus.UNPROCESSABLE_ENTITY,
  'parent-not-there-then': HttpStatus.UNPROCESSABLE_ENTITY,
  'its-own-ancestor': HttpStatus.UNPROCESSABLE_ENTITY,
  'unit-dissolved': HttpStatus.CONFLICT,
  'not-later-than-the-last-change': HttpStatus.CONFLICT,
};
