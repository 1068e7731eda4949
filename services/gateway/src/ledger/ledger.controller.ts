import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Envelope } from '@redress/contracts/envelope';
import { ReadDueTasks, ReadLedger, ReadLedgerFacets } from '@redress/contracts/rectification/ledger-queries';
import { found } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Acting } from '../session/session.guard.js';

@ApiTags('tasks')
@Controller('tasks')
export class LedgerController {
  constructor(private readonly services: Services) {}

  @Get()
  @ApiOperation({ summary: 'The ledger: the tasks that the caller may see' })
  @ApiOkResponse({ type: ReadLedger.reply })
  async list(@Query() query: ReadLedger, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ReadLedger, query, actor));
  }

  @Get('facets')
  @ApiOperation({ summary: 'How many of these tasks there are, in all and by each of their values' })
  @ApiOkResponse({ type: ReadLedgerFacets.reply })
  async count(@Query() query: ReadLedgerFacets, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ReadLedgerFacets, query, actor));
  }

  @Get('due')
  @ApiOperation({ summary: 'The open tasks whose deadline lies in a week, this one unless it is named' })
  @ApiOkResponse({ type: ReadDueTasks.reply })
  async due(@Query() query: ReadDueTasks, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ReadDueTasks, query, actor));
  }
}
