import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Envelope } from '@redress/contracts/envelope';
import { ReadCloseOuts } from '@redress/contracts/rectification/close-out-desk';
import { found } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Acting } from '../session/session.guard.js';

@ApiTags('tasks')
@Controller('close-outs')
export class CloseOutDeskController {
  constructor(private readonly services: Services) {}

  @Get()
  @ApiOperation({
    summary: 'The close-outs that wait to be verified: what was promised, what is claimed, and who may go',
  })
  @ApiOkResponse({ type: ReadCloseOuts.reply })
  async list(@Query() query: ReadCloseOuts, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ReadCloseOuts, query, actor));
  }
}
