import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Envelope } from '@redress/contracts/envelope';
import { ReadAppeals } from '@redress/contracts/rectification/appeal-card';
import { found } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Acting } from '../session/session.guard.js';

@ApiTags('cards')
@Controller('appeals')
export class AppealDeskController {
  constructor(private readonly services: Services) {}

  @Get()
  @ApiOperation({ summary: 'The appeals against cards, and what became of each' })
  @ApiOkResponse({ type: ReadAppeals.reply })
  async list(@Query() query: ReadAppeals, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ReadAppeals, query, actor));
  }
}
