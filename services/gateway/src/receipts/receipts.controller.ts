import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { AppraiseOutcome } from '@redress/contracts/intake/appraise-outcome';
import { SubmitterWrites } from '@redress/contracts/intake/converse';
import { FollowReceipt, LONGEST_WAIT_S, ReceiptView } from '@redress/contracts/intake/receipt';
import { ReceiptRef } from '@redress/contracts/intake/refs';
import type { Answer } from '@redress/contracts/query';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Patience, patiently } from '../http/prefer.js';
import { STATUS } from '../opinions/status.js';
import { Acting, Open } from '../session/session.guard.js';

/** With `Prefer: wait`, how the opinion is waited for to stand. */
export class Awaited extends PickType(FollowReceipt, ['status']) {}
export class EntryByReceipt extends PickType(SubmitterWrites, ['receipt', 'entryId']) {}
export class EntryText extends PickType(SubmitterWrites, ['text']) {}
export class AppraisalGiven extends PickType(AppraiseOutcome, ['appraisal', 'comment']) {}

@ApiTags('receipts')
@Controller('receipts/:receipt')
@Open()
export class ReceiptsController {
  constructor(private readonly services: Services) {}

  /** Every step of the opinion, for whoever holds the receipt. A wrong receipt is told at once. */
  @Get()
  @ApiOkResponse({ type: ReceiptView })
  async follow(
    @Param() { receipt }: ReceiptRef,
    @Query() { status }: Awaited,
    @Patience() patienceMs: number,
  ): Promise<ReceiptView> {
    const until = performance.now() + patienceMs;
    const left = (): number => Math.max(0, until - performance.now());
    const ask = (): Promise<Answer<ReceiptView>> => {
      const waitSeconds = Math.min(LONGEST_WAIT_S, Math.floor(left() / 1_000));
      const query = status === undefined ? { receipt } : { receipt, status, waitSeconds };
      return this.services.ask(FollowReceipt, query, { role: 'submitter' });
    };
    const stands = (view: ReceiptView): boolean => status === undefined || view.status === status;
    const view = found(await ask());
    return stands(view) ? view : found(await patiently(left(), ask, stands));
  }

  @Put('entries/:entryId')
  @ApiOkResponse({ type: Written })
  async write(
    @Param() { receipt, entryId }: EntryByReceipt,
    @Body() { text }: EntryText,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(SubmitterWrites, { receipt, entryId, text }, envelope), STATUS);
  }

  @Put('appraisal')
  @ApiOkResponse({ type: Written })
  async appraise(
    @Param() { receipt }: ReceiptRef,
    @Body() given: AppraisalGiven,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(AppraiseOutcome, { receipt, ...given }, envelope), STATUS);
  }
}
