import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor } from '@redress/contracts/envelope';
import type { Answer } from '@redress/contracts/query';
import type { TaskRow } from '@redress/contracts/rectification/ledger';
import { ReadLookBacks } from '@redress/contracts/rectification/look-back';
import { Clock } from '@redress/eventsourcing/clock';
import { type Page, ReadModels } from '@redress/read-models/read-models';
import { deskPage } from '../desk-page.js';
import { ledger } from '../ledger/ledger.js';

/** 回头看: the lines of the ledger at which somebody has to look. */
@Controller()
export class LookBackDeskHandler {
  constructor(
    private readonly models: ReadModels,
    private readonly clock: Clock,
  ) {}

  @MessagePattern(ReadLookBacks.subject)
  readLookBacks(
    @Payload('query') query: ReadLookBacks,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<Page<TaskRow>>> {
    const { due = this.clock.dayOf(this.clock.now()), leadUnit } = query;
    const where = { status: 'closed', lookBackOn: { to: due }, leadUnit } as const;
    return deskPage(this.models, ledger, query, actor, { where, by: 'lookBackOn' });
  }
}
