import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { streamOf } from '@redress/contracts/event';
import { opinionEvents } from '@redress/contracts/intake/opinion.events';
import { FollowReceipt, type ReceiptView } from '@redress/contracts/intake/receipt';
import type { Answer } from '@redress/contracts/query';
import { EventStore } from '@redress/eventsourcing/event-store';
import { viewOf } from './receipt.js';
import { opinionIdOf, receiptIn } from './receipt.code.js';

@Controller()
export class ReceiptHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(FollowReceipt.subject)
  async follow(@Payload('query') query: FollowReceipt): Promise<Answer<ReceiptView>> {
    const receipt = receiptIn(query.receipt);
    if (receipt === undefined) return { rejected: 'not-found' };
    const stream = streamOf(opinionEvents, opinionIdOf(receipt));
    return (await this.awaited(stream, query)) ?? { rejected: 'not-found' };
  }

  /** What is there when the opinion stands as asked, or when time is over. */
  private async awaited(
    stream: string,
    { status, waitSeconds = 0 }: FollowReceipt,
  ): Promise<ReceiptView | undefined> {
    // Before the first look: whatever is appended after it is then among what follows.
    const from = await this.store.last();
    const view = await this.view(stream);
    if (!view || status === undefined || view.status === status || waitSeconds === 0) return view;

    const over = AbortSignal.timeout(waitSeconds * 1_000);
    for await (const { events } of this.store.follow(from, [stream], over)) {
      if (events.length === 0) continue;
      const now = await this.view(stream);
      if (now?.status === status) return now;
    }
    return this.view(stream);
  }

  private async view(stream: string): Promise<ReceiptView | undefined> {
    return viewOf(await this.store.read(stream));
  }
}
