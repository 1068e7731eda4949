import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { IsOneOf, MayBeAbsent } from '@redress/contracts/fields';
import { AppraiseOutcome } from '@redress/contracts/intake/appraise-outcome';
import { SubmitterWrites } from '@redress/contracts/intake/converse';
import { FollowReceipt, ReceiptView } from '@redress/contracts/intake/receipt';
import { ReceiptRef } from '@redress/contracts/intake/refs';
import { OPINION_STATUSES, type OpinionStatus } from '@redress/contracts/intake/words';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Patience, patiently } from '../http/prefer.js';
import { STATUS } from '../opinions/status.js';
import { Acting, Open } from '../session/session.guard.js';

/** With `Prefer: wait`, how the opinion is waited for to stand. */
export class Awaited {
  @MayBeAbsent() @IsOneOf(OPINION_STATUSES) readonly status?: OpinionStatus;
}
export class EntryByReceipt extends PickType(SubmitterWrites, ['receipt', 'entryId']) {}
export class EntryText extends PickType(SubmitterWrites, ['part', 'text']) {}
export class AppraisalGiven extends PickType(AppraiseOutcome, ['appraisal', 'comment']) {}

@ApiTags('receipts')
@Controller('receipts/:receipt')
@Open()
export class ReceiptsController {
  constructor(private readonly services: Services) {}

  @Get()
  @ApiOperation({
    summary: 'Every step of the opinion, for whoever holds the receipt; a wrong one is told at once',
  })
  @ApiOkResponse({ type: ReceiptView })
  async follow(
    @Param() { receipt }: ReceiptRef,
    @Query() { status }: Awaited,
    @Patience() patienceMs: number,
  ): Promise<ReceiptView> {
    const ask = () => this.services.ask(FollowReceipt, { receipt }, { role: 'submitter' });
    const isAwaited = (view: ReceiptView): boolean => view.status === (status ?? view.status);
    const view = found(await ask());
    return isAwaited(view) ? view : found(await patiently(patienceMs, ask, isAwaited));
  }

  @Put('entries/:entryId')
  @ApiOperation({ summary: 'Adds something to the opinion, or answers a question' })
  @ApiOkResponse({ type: Written })
  @Refuses(SubmitterWrites, () => STATUS)
  async write(
    @Param() { receipt, entryId }: EntryByReceipt,
    @Body() entry: EntryText,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(
      await this.services.send(SubmitterWrites, { receipt, entryId, ...entry }, envelope),
      STATUS,
    );
  }

  @Put('appraisal')
  @ApiOperation({ summary: 'Judges the outcome' })
  @ApiOkResponse({ type: Written })
  @Refuses(AppraiseOutcome, () => STATUS)
  async appraise(
    @Param() { receipt }: ReceiptRef,
    @Body() given: AppraisalGiven,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(AppraiseOutcome, { receipt, ...given }, envelope), STATUS);
  }
}
