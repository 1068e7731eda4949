import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Envelope } from '@redress/contracts/envelope';
import { Reading } from '@redress/contracts/query';
import { ExplainCard, ExplainDeadline } from '@redress/contracts/rectification/explain';
import { CardRef, TaskRef } from '@redress/contracts/rectification/refs';
import { found } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Acting } from '../session/session.guard.js';

/** The rule, the figures and the events, computed once more and compared with what was recorded. */
@ApiTags('cards')
@Controller('tasks/:taskId')
export class ExplanationsController {
  constructor(private readonly services: Services) {}

  @Get('cards/:cardId/explanation')
  @ApiOperation({ summary: 'Why there is this card' })
  @ApiOkResponse({ type: ExplainCard.reply })
  async card(@Param() ref: CardRef, @Query() { atLeast }: Reading, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ExplainCard, { ...ref, ...(atLeast && { atLeast }) }, actor));
  }

  @Get('deadline/explanation')
  @ApiOperation({ summary: 'Why the deadline is the day that it is' })
  @ApiOkResponse({ type: ExplainDeadline.reply })
  async deadline(@Param() ref: TaskRef, @Query() { atLeast }: Reading, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ExplainDeadline, { ...ref, ...(atLeast && { atLeast }) }, actor));
  }
}
