import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  ListPractices,
  NoteGoodPractice,
  PracticeRef,
  WithdrawGoodPractice,
} from '@redress/contracts/inspection/good-practice';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';
import { PRACTICE_STATUS } from './status.js';

// What the path does not say.
export class PracticeSeen extends PickType(NoteGoodPractice, ['text']) {}
export class PracticeWithdrawal extends PickType(WithdrawGoodPractice, ['reason']) {}

/** What units do well, as inspectors saw it. */
@ApiTags('inspection')
@Controller()
export class GoodPracticesController {
  constructor(private readonly services: Services) {}

  @Get('good-practices')
  @ApiOperation({ summary: 'What units do well, of a round, a visit or a unit, the last first' })
  @ApiOkResponse({ type: ListPractices.reply })
  async list(@Query() query: ListPractices, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ListPractices, query, actor));
  }

  @Put('visits/:visitId/good-practices/:practiceId')
  @ApiOperation({
    summary: 'Notes what the unit does well, by an inspector of the visit or the head of the team',
  })
  @ApiOkResponse({ type: Written })
  @Refuses(NoteGoodPractice, () => PRACTICE_STATUS)
  async note(
    @Param() ref: PracticeRef,
    @Body() { text }: PracticeSeen,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(NoteGoodPractice, { ...ref, text }, envelope), PRACTICE_STATUS);
  }

  @Put('visits/:visitId/good-practices/:practiceId/withdrawal')
  @ApiOperation({ summary: 'Takes back what was noted, with the reason' })
  @ApiOkResponse({ type: Written })
  @Refuses(WithdrawGoodPractice, () => PRACTICE_STATUS)
  async withdraw(
    @Param() ref: PracticeRef,
    @Body() { reason }: PracticeWithdrawal,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const command = { ...ref, reason };
    return settle(await this.services.send(WithdrawGoodPractice, command, envelope), PRACTICE_STATUS);
  }
}
