import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor } from '@redress/contracts/envelope';
import type { Answer } from '@redress/contracts/query';
import { type DueLookBack, ReadLookBacks } from '@redress/contracts/rectification/look-back';
import { Clock } from '@redress/eventsourcing/clock';
import type { Page } from '@redress/read-models/read-models';
import { JudgingDesk } from '../judging/judging.desk.js';
import { ledger } from '../ledger/ledger.js';

/** 回头看: the lines of the ledger at which somebody has to look. */
@Controller()
export class LookBackDeskHandler {
  constructor(
    private readonly desk: JudgingDesk,
    private readonly clock: Clock,
  ) {}

  @MessagePattern(ReadLookBacks.subject)
  readLookBacks(
    @Payload('query') query: ReadLookBacks,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<Page<DueLookBack>>> {
    const { due = this.clock.dayOf(this.clock.now()), leadUnit } = query;
    const where = { status: 'closed', lookBackOn: { to: due }, leadUnit } as const;
    return this.desk.page(ledger, query, actor, { where, by: 'lookBackOn', taskOf: ({ id }) => id });
  }
}
