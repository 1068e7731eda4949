import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Envelope } from '@redress/contracts/envelope';
import { ReadExtensions } from '@redress/contracts/rectification/extend-deadline';
import { found } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Acting } from '../session/session.guard.js';

@ApiTags('extensions')
@Controller('extensions')
export class ExtensionDeskController {
  constructor(private readonly services: Services) {}

  @Get()
  @ApiOperation({ summary: 'The requests for more time' })
  @ApiOkResponse({ type: ReadExtensions.reply })
  async list(@Query() query: ReadExtensions, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ReadExtensions, query, actor));
  }
}
