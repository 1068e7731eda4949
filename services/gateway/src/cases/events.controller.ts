import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ListEvents } from '@redress/contracts/audit/audited-event';
import { Envelope } from '@redress/contracts/envelope';
import { found } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Acting } from '../session/session.guard.js';

@ApiTags('cases')
@Controller('events')
export class EventsController {
  constructor(private readonly services: Services) {}

  @Get()
  @ApiOperation({
    summary: 'What was recorded, the first recorded first unless told otherwise; for the auditor alone',
  })
  @ApiOkResponse({ type: ListEvents.reply })
  async list(@Query() query: ListEvents, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ListEvents, query, actor));
  }
}
