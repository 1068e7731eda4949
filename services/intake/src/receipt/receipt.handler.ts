import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { streamOf } from '@redress/contracts/event';
import { opinionEvents } from '@redress/contracts/intake/opinion.events';
import { FollowReceipt, type ReceiptView } from '@redress/contracts/intake/receipt';
import type { Answer } from '@redress/contracts/query';
import { EventStore } from '@redress/eventsourcing/event-store';
import { viewOf } from './receipt.js';
import { opinionIdOf, receiptIn } from './receipt-code.js';

@Controller()
export class ReceiptHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(FollowReceipt.subject)
  async follow(@Payload('query') query: FollowReceipt): Promise<Answer<ReceiptView>> {
    const receipt = receiptIn(query.receipt);
    if (receipt === undefined) return { rejected: 'not-found' };
    const history = await this.store.read(streamOf(opinionEvents, opinionIdOf(receipt)));
    return viewOf(history) ?? { rejected: 'not-found' };
  }
}
