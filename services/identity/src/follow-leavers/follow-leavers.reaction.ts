import { Injectable } from '@nestjs/common';
import type { Recorded } from '@redress/contracts/event';
import type { PersonId } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { becauseOf, Reaction } from '@redress/messaging/reaction';
import { accounts } from '../account/account.js';
import { Secrets } from '../secrets/secrets.js';
import { lockLeaver, unlockReturned } from './follow-leavers.js';

/** Whoever leaves the organisation is signed out everywhere, and signs in no more; who is back, signs in. */
@Injectable()
export class FollowLeaversReaction extends Reaction {
  override readonly name = 'follow-leavers';
  override readonly listensTo = 'directory.person.*';
  // Who left is in clear; what they are called is not handed over to this service.
  override readonly opens = false;

  constructor(
    private readonly store: EventStore,
    private readonly secrets: Secrets,
  ) {
    super();
  }

  override async react(event: Recorded): Promise<void> {
    const { personId } = event.data as { readonly personId: PersonId };
    if (event.type === 'PersonDeparted') {
      await transact(this.store, accounts, personId, becauseOf(event), lockLeaver(personId));
      await this.secrets.removeAll(['session', 'challenge', 'invitation'], personId);
    }
    if (event.type === 'PersonReturned')
      await transact(this.store, accounts, personId, becauseOf(event), unlockReturned(personId));
  }
}
