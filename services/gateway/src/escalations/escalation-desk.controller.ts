import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Envelope } from '@redress/contracts/envelope';
import { ReadEscalations } from '@redress/contracts/rectification/escalate-task';
import { found } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Acting } from '../session/session.guard.js';

@ApiTags('escalations')
@Controller('escalations')
export class EscalationDeskController {
  constructor(private readonly services: Services) {}

  @Get()
  @ApiOperation({ summary: 'The formal talks and circulars that were proposed' })
  @ApiOkResponse({ type: ReadEscalations.reply })
  async list(@Query() query: ReadEscalations, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ReadEscalations, query, actor));
  }
}
