import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ListReadings } from '@redress/contracts/directory/readings';
import { Envelope } from '@redress/contracts/envelope';
import { found } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Acting } from '../session/session.guard.js';

@ApiTags('personal data')
@Controller('readings')
export class ReadingsController {
  constructor(private readonly services: Services) {}

  @Get()
  @ApiOperation({
    summary: 'Who was shown personal data, of whom, when and by which route; for the auditor alone',
  })
  @ApiOkResponse({ type: ListReadings.reply })
  async list(@Query() query: ListReadings, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ListReadings, query, actor));
  }
}
