import { Body, Controller, Delete, Get, HttpStatus, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, OmitType, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { ListOverrides } from '@redress/contracts/inspection/interest-list';
import {
  EndOverride,
  OverrideRecusal,
  OverrideRef,
  type OverrideRejection,
} from '@redress/contracts/inspection/override-recusal';
import { CheckRecusal, RecusalCheck } from '@redress/contracts/inspection/recusal';
import { ListRecusalActs, RecusalActs } from '@redress/contracts/inspection/recusal-acts';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';

export class Leave extends OmitType(OverrideRecusal, ['person', 'overrideId']) {}
export class LeaveEnd extends PickType(EndOverride, ['until']) {}

/** Who may not act for which unit, and what the office let pass. */
@ApiTags('inspection')
@Controller('recusal')
export class RecusalController {
  constructor(private readonly services: Services) {}

  @Get('check')
  @ApiOperation({ summary: 'Whether a person may act for a unit on a day, and by which facts' })
  @ApiOkResponse({ type: RecusalCheck })
  async check(@Query() query: CheckRecusal, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(CheckRecusal, query, actor));
  }

  @Get('acts')
  @ApiOperation({
    summary: 'Who judged in a case, a round, a visit or a task, and whether they were conflicted on that day',
  })
  @ApiOkResponse({ type: RecusalActs })
  async acts(@Query() query: ListRecusalActs, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ListRecusalActs, query, actor));
  }

  @Get('overrides')
  @ApiOperation({ summary: 'What the office let pass in spite of a conflict, and why' })
  @ApiOkResponse({ type: ListOverrides.reply })
  async list(@Query() query: ListOverrides, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ListOverrides, query, actor));
  }

  @Put('overrides/:person/:overrideId')
  @ApiOperation({ summary: 'Lets a person act for a unit in spite of the conflicts that are known' })
  @ApiOkResponse({ type: Written })
  @Refuses(OverrideRecusal, () => STATUS)
  async override(
    @Param() ref: OverrideRef,
    @Body() leave: Leave,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(OverrideRecusal, { ...ref, ...leave }, envelope), STATUS);
  }

  @Delete('overrides/:person/:overrideId')
  @ApiOperation({ summary: 'Ends such a leave after a day that has not passed' })
  @ApiOkResponse({ type: Written })
  @Refuses(EndOverride, () => STATUS)
  async end(
    @Param() ref: OverrideRef,
    @Body() { until }: LeaveEnd,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(EndOverride, { ...ref, until }, envelope), STATUS);
  }
}

const STATUS: Readonly<Record<OverrideRejection, HttpStatus>> = {
  'not-the-office': HttpStatus.FORBIDDEN,
  'not-for-oneself': HttpStatus.FORBIDDEN,
  'giver-is-recused': HttpStatus.FORBIDDEN,
  'nothing-to-override': HttpStatus.CONFLICT,
  'no-such-override': HttpStatus.NOT_FOUND,
  'override-is-another': HttpStatus.CONFLICT,
  'ends-before-it-begins': HttpStatus.UNPROCESSABLE_ENTITY,
  'ended-otherwise': HttpStatus.CONFLICT,
  'reaches-back': HttpStatus.UNPROCESSABLE_ENTITY,
};
