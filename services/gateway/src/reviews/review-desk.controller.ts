import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Envelope } from '@redress/contracts/envelope';
import { ReadReviews } from '@redress/contracts/rectification/review-task';
import { found } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Acting } from '../session/session.guard.js';

@ApiTags('reviews')
@Controller('reviews')
export class ReviewDeskController {
  constructor(private readonly services: Services) {}

  @Get()
  @ApiOperation({ summary: 'The reviews that were asked for, and by when each is to be answered' })
  @ApiOkResponse({ type: ReadReviews.reply })
  async list(@Query() query: ReadReviews, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ReadReviews, query, actor));
  }
}
