import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { type Recorded, streamOf } from '@redress/contracts/event';
import { FollowReceipt, type ReceiptView } from '@redress/contracts/intake/receipt';
import type { Answer } from '@redress/contracts/query';
import type { OpinionId } from '@redress/contracts/values';
import { fold } from '@redress/eventsourcing/aggregate';
import { EventStore } from '@redress/eventsourcing/event-store';
import { opinions } from '../opinion/opinion.js';
import { viewOf } from './receipt.js';
import { opinionIdOf, receiptIn } from './receipt-code.js';
import { isReceiptOf } from './verifier.js';

@Controller()
export class ReceiptHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(FollowReceipt.subject)
  async follow(@Payload('query') query: FollowReceipt): Promise<Answer<ReceiptView>> {
    const receipt = receiptIn(query.receipt);
    if (receipt === undefined) return { rejected: 'not-found' };
    const history = await this.historyOf(opinionIdOf(receipt));
    const opinion = fold(opinions, history);
    if (!(await isReceiptOf(receipt, opinion))) return { rejected: 'not-found' };
    const ids = opinion.status === 'unsent' ? [] : opinion.parts.map(({ opinionId }) => opinionId);
    const parts = await Promise.all(ids.map(async (id) => [id, await this.historyOf(id)] as const));
    return viewOf(history, new Map(parts)) ?? { rejected: 'not-found' };
  }

  private historyOf(id: OpinionId): Promise<readonly Recorded[]> {
    return this.store.shown(streamOf(opinions, id));
  }
}
