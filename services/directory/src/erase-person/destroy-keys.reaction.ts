import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import type { ErasureEvent } from '@redress/contracts/directory/erasure.events';
import type { Envelope } from '@redress/contracts/envelope';
import type { Recorded } from '@redress/contracts/event';
import { type CaseId, type MessageId, type PersonId, START } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { OwnKeys } from '@redress/hosting/own-keys';
import { becauseOf, Reaction } from '@redress/messaging/reaction';
import { erasures } from '../erasure/erasure.js';
import { personErased } from './erase-person.js';

const PAGE = 1_000;

/**
 * Destroys the keys of whoever was approved to be erased, and says so once they are gone. Stopped in between, it is done
 * again. At the start, before anybody is answered, whoever is erased by the log or by the record of destruction is erased
 * by both: one of them may be an older copy.
 */
@Injectable()
export class DestroyKeysReaction extends Reaction implements OnApplicationBootstrap {
  override readonly name = 'destroy-keys';
  override readonly listensTo = 'directory.erasure.ErasureApproved';

  constructor(
    private readonly store: EventStore,
    private readonly keys: OwnKeys,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async react(event: Recorded): Promise<void> {
    const { personId } = event.data as { personId: PersonId };
    await this.destroy(personId, becauseOf(event));
  }

  async onApplicationBootstrap(): Promise<void> {
    const destroyed = new Set((await this.keys.ring.erased()).map(({ person }) => person));
    const inLog = await this.erasedInLog();
    for (const person of inLog) if (!destroyed.has(person)) await this.keys.ring.erase(person);
    for (const person of destroyed) if (!inLog.has(person)) await this.destroy(person, this.now());
  }

  private async destroy(person: PersonId, because: Envelope): Promise<void> {
    const keys = await this.keys.ring.idsOf(person);
    await this.keys.ring.erase(person);
    await transact(this.store, erasures, person, because, personErased(person, keys));
  }

  private async erasedInLog(): Promise<ReadonlySet<PersonId>> {
    const found = new Set<PersonId>();
    for (let from = START, end = await this.store.last(); from < end;) {
      const slice = await this.store.readAll(from, [`${erasures.name}-`], PAGE);
      for (const { type, data } of slice.events as readonly unknown[] as readonly ErasureEvent[])
        if (type === 'PersonErased') found.add(data.personId);
      from = slice.upTo;
    }
    return found;
  }

  private now(): Envelope {
    return {
      actor: { role: 'system' },
      correlationId: randomUUIDv7() as CaseId,
      causationId: randomUUIDv7() as MessageId,
      happenedAt: this.clock.now(),
    };
  }
}
