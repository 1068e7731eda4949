import { Logger } from '@nestjs/common';
import type { Keeper } from '@redress/contracts/directory/erasure';
import { type ForgettingEvent, forgettingEvents } from '@redress/contracts/directory/erasure.events';
import type { Recorded } from '@redress/contracts/event';
import type { Aggregate } from '@redress/eventsourcing/aggregate';
import { transact } from '@redress/eventsourcing/transact';
import { becauseOf, Reaction } from '@redress/messaging/reaction';
import type { AnyProjection } from '@redress/read-models/projection';
import type { CachedKeys } from '@redress/sealing/cached-keys';
import type { Sealing } from '@redress/sealing/sealing';
import { forgetPerson, type Whom } from './forget-person.js';
import type { Storage } from './storage.js';

const forgettings: Aggregate<boolean, ForgettingEvent> = {
  ...forgettingEvents,
  initial: false,
  evolve: () => true,
};

/** When somebody was erased, the service forgets them, and says so by an event of its own. */
export class ForgetPersonReaction extends Reaction {
  override readonly name = 'forget-person';
  override readonly listensTo = 'directory.erasure.PersonErased';
  private readonly logger = new Logger('forget-person');

  constructor(
    private readonly service: Keeper,
    private readonly projections: readonly AnyProjection[],
    private readonly storage: Storage,
    private readonly sealing: Sealing,
    private readonly keys: CachedKeys,
  ) {
    super();
  }

  override async react(event: Recorded): Promise<void> {
    const whom = event.data as unknown as Whom;
    this.keys.forget();
    const { service, storage } = this;
    const confirmation = await forgetPerson(service, whom, storage, this.sealing, this.projections);
    const { personId } = whom;
    const forgotten: ForgettingEvent = { type: 'PersonForgotten', data: { personId, ...confirmation } };
    await transact(storage.events, forgettings, personId, becauseOf(event), (isForgotten) =>
      isForgotten ? [] : [forgotten],
    );
    this.logger.log(`somebody was forgotten: ${String(confirmation.texts)} texts`);
  }
}
