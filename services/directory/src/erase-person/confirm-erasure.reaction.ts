import { Injectable } from '@nestjs/common';
import { type ForgettingEvent, forgettingEvents } from '@redress/contracts/directory/erasure.events';
import { lifted, type Recorded } from '@redress/contracts/event';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { becauseOf, Reaction } from '@redress/messaging/reaction';
import { erasures } from '../erasure/erasure.js';
import { confirmErasure } from './erase-person.js';

/** Writes down which service has forgotten somebody. */
@Injectable()
export class ConfirmErasureReaction extends Reaction {
  override readonly name = 'confirm-erasure';
  override readonly listensTo = '*.forgetting.PersonForgotten';

  constructor(private readonly store: EventStore) {
    super();
  }

  override async react(event: Recorded): Promise<void> {
    const { personId, ...confirmation } = lifted<ForgettingEvent, Recorded>(forgettingEvents, event).data;
    await transact(this.store, erasures, personId, becauseOf(event), confirmErasure(personId, confirmation));
  }
}
