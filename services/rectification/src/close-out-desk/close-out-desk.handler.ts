import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor } from '@redress/contracts/envelope';
import type { Answer } from '@redress/contracts/query';
import { ReadCloseOuts, type WaitingCloseOut } from '@redress/contracts/rectification/close-out-desk';
import { Clock } from '@redress/eventsourcing/clock';
import type { Page } from '@redress/read-models/read-models';
import { JudgingDesk } from '../judging/judging.desk.js';
import { ledger } from '../ledger/ledger.js';
import { waitingCloseOut } from './waiting-close-out.js';

/** 核查: the close-outs that wait for somebody who goes and looks. */
@Controller()
export class CloseOutDeskHandler {
  constructor(
    private readonly desk: JudgingDesk,
    private readonly clock: Clock,
  ) {}

  @MessagePattern(ReadCloseOuts.subject)
  async readCloseOuts(
    @Payload('query') query: ReadCloseOuts,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<Page<WaitingCloseOut>>> {
    const { leadUnit, sort } = query;
    const page = await this.desk.page(ledger, query, actor, {
      where: { status: 'close-out-requested', leadUnit },
      by: sort === 'askedAt' ? 'closeOutAskedAt' : 'deadline',
      taskOf: ({ id }) => id,
    });
    if ('rejected' in page) return page;
    const today = this.clock.dayOf(this.clock.now());
    const rows = page.rows
      .map((row) => waitingCloseOut(row, today, (at) => this.clock.dayOf(at)))
      .filter((row) => row !== undefined);
    return { ...page, rows };
  }
}
