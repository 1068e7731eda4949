import { randomUUID } from 'node:crypto';
import { type Recorded, streamOf } from '@redress/contracts/event';
import { envelope } from '@redress/contracts/intake/opinion.examples';
import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import type { Instant, MessageId, OpinionId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { transact } from '@redress/eventsourcing/transact';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { project } from '@redress/read-models/project';
import { opinionDesk } from '../opinion-desk/opinion-desk.js';
import { opinions } from './opinion.js';

export const recordedAt = '2026-03-20T08:00:01.000Z' as Instant;

/** For the specs: a store and a desk that keeps up with it, in which things happened. */
export class InTheLog {
  readonly models = new InMemoryReadModels();
  private readonly stopping = new AbortController();
  private readonly keepingUp: Promise<void>;

  constructor(readonly store = new InMemoryEventStore(new StoppedClock(recordedAt))) {
    this.keepingUp = project(store, this.models, opinionDesk, this.stopping.signal);
  }

  /** These happen to an opinion, each in its own command; answered is the last as it was recorded. */
  async happen(id: OpinionId, ...events: readonly OpinionEvent[]): Promise<Recorded> {
    for (const { type, data } of events) {
      const isOfItself = 'about' in data && data.about === data.opinionId;
      const event = {
        type,
        data: { ...data, opinionId: id, ...(isOfItself && { about: id }) },
      } as OpinionEvent;
      const causationId = randomUUID() as string as MessageId;
      await transact(this.store, opinions, id, { ...envelope, causationId }, () => [event]);
    }
    return this.lastOf(id);
  }

  historyOf(id: OpinionId): Promise<readonly Recorded[]> {
    return this.store.read(streamOf(opinions, id));
  }

  async lastOf(id: OpinionId): Promise<Recorded> {
    const last = (await this.historyOf(id)).at(-1);
    if (!last) throw new Error(`nothing happened to ${id}`);
    return last;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.keepingUp;
  }
}
