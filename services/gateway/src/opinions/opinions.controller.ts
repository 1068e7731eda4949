import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Headers, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags, OmitType } from '@nestjs/swagger';
import { Envelope } from '@redress/contracts/envelope';
import { FindMyOpinions } from '@redress/contracts/intake/my-opinions';
import { FindOpinions, OpinionRow, SeeOpinion } from '@redress/contracts/intake/opinion-desk';
import { OpinionRef } from '@redress/contracts/intake/refs';
import { SubmitOpinion, Submitted } from '@redress/contracts/intake/submit-opinion';
import { Reading } from '@redress/contracts/query';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting, Open } from '../session/session.guard.js';
import { STATUS } from './status.js';

export class OpinionContent extends OmitType(SubmitOpinion, ['key']) {}

@ApiTags('opinions')
@Controller()
export class OpinionsController {
  constructor(private readonly services: Services) {}

  @Post('opinions')
  @ApiOperation({
    summary:
      'Sends an opinion; its receipt is told here and kept nowhere, and told again for the same `Idempotency-Key`',
  })
  @Open()
  @ApiCreatedResponse({ type: Submitted })
  @Refuses(SubmitOpinion, () => STATUS)
  async submit(
    @Body() content: OpinionContent,
    @Acting() envelope: Envelope,
    @Headers('idempotency-key') key: string = randomUUID(),
  ): Promise<Submitted> {
    return settle(await this.services.send(SubmitOpinion, { key, ...content }, envelope), STATUS);
  }

  @Get('opinions')
  @ApiOperation({ summary: 'The opinions that the caller may see: all, or those addressed to the own post' })
  @ApiOkResponse({ type: FindOpinions.reply })
  async list(@Query() query: FindOpinions, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(FindOpinions, query, actor));
  }

  @Get('opinions/:opinionId')
  @ApiOperation({ summary: 'An opinion' })
  @ApiOkResponse({ type: OpinionRow })
  async see(
    @Param() { opinionId }: OpinionRef,
    @Query() reading: Reading,
    @Acting() { actor }: Envelope,
  ): Promise<OpinionRow> {
    return found(await this.services.ask(SeeOpinion, { opinionId, ...reading }, actor));
  }

  @Get('my/opinions')
  @ApiOperation({ summary: 'What the caller signed, and what became of it' })
  @ApiOkResponse({ type: FindMyOpinions.reply })
  async listMine(@Query() query: FindMyOpinions, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(FindMyOpinions, query, actor));
  }
}
