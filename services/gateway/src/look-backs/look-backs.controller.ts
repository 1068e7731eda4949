import { Body, Controller, Get, HttpStatus, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  type LookBackRejection,
  ReadLookBacks,
  RecordLookBack,
} from '@redress/contracts/rectification/look-back';
import { EntryRef } from '@redress/contracts/rectification/refs';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';

export class LookBack extends PickType(RecordLookBack, ['found', 'seen', 'where', 'on']) {}

/** Whether a fix lasts. */
@ApiTags('look-backs')
@Controller()
export class LookBacksController {
  constructor(private readonly services: Services) {}

  @Get('look-backs')
  @ApiOperation({ summary: 'The closed tasks at which somebody has to look' })
  @ApiOkResponse({ type: ReadLookBacks.reply })
  async list(@Query() query: ReadLookBacks, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ReadLookBacks, query, actor));
  }

  @Put('tasks/:taskId/look-backs/:entryId')
  @ApiOperation({
    summary: 'Says whether the fix of a closed task lasts; by nobody who answers for the task',
  })
  @ApiOkResponse({ type: Written })
  @Refuses(RecordLookBack, () => LOOK_BACK)
  async record(
    @Param() { taskId, entryId }: EntryRef,
    @Body() lookBack: LookBack,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const command = { taskId, entryId, ...lookBack };
    return settle(await this.services.send(RecordLookBack, command, envelope), LOOK_BACK);
  }
}

const LOOK_BACK: Readonly<Record<LookBackRejection, HttpStatus>> = {
  'no-such-task': HttpStatus.NOT_FOUND,
  'not-a-verifier': HttpStatus.FORBIDDEN,
  'verifier-is-unnamed': HttpStatus.FORBIDDEN,
  'verifier-of-a-responsible-unit': HttpStatus.FORBIDDEN,
  'verifier-answers-for-the-task': HttpStatus.FORBIDDEN,
  'verifier-is-recused': HttpStatus.FORBIDDEN,
  'entry-id-is-taken': HttpStatus.CONFLICT,
  'not-closed': HttpStatus.CONFLICT,
  'seen-before-the-closing': HttpStatus.UNPROCESSABLE_ENTITY,
  'seen-in-the-future': HttpStatus.UNPROCESSABLE_ENTITY,
};
