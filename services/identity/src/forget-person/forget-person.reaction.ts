import { Injectable } from '@nestjs/common';
import { type ForgettingEvent, forgettingEvents } from '@redress/contracts/directory/erasure.events';
import type { Recorded } from '@redress/contracts/event';
import type { PersonId } from '@redress/contracts/values';
import type { Aggregate } from '@redress/eventsourcing/aggregate';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { becauseOf, Reaction } from '@redress/messaging/reaction';
import { accounts } from '../account/account.js';
import { THEIRS } from '../secrets/opening.js';
import { Secrets } from '../secrets/secrets.js';
import { closeAccount } from './forget-person.js';

const forgettings: Aggregate<boolean, ForgettingEvent> = {
  ...forgettingEvents,
  initial: false,
  evolve: () => true,
};

/**
 * When somebody was erased, their account ends, and with it every session; what proved who they were is removed. Identity keeps
 * no text of theirs, so it confirms none.
 */
@Injectable()
export class ForgetPersonReaction extends Reaction {
  override readonly name = 'forget-person';
  override readonly listensTo = 'directory.erasure.PersonErased';

  constructor(
    private readonly store: EventStore,
    private readonly secrets: Secrets,
  ) {
    super();
  }

  override async react(event: Recorded): Promise<void> {
    const { personId } = event.data as { personId: PersonId };
    const because = becauseOf(event);
    const closed = await transact(this.store, accounts, personId, because, closeAccount(personId));
    await this.secrets.removeAll(THEIRS, personId);
    const streams = 'rejected' in closed || closed.revision < 0 ? 0 : 1;
    const forgotten: ForgettingEvent = {
      type: 'PersonForgotten',
      data: { personId, service: 'identity', streams, texts: 0, inClear: 0 },
    };
    await transact(this.store, forgettings, personId, because, (isForgotten) =>
      isForgotten ? [] : [forgotten],
    );
  }
}
