import { Injectable } from '@nestjs/common';
import type { Recorded } from '@redress/contracts/event';
import type { PersonId } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { Reaction } from '@redress/messaging/reaction';
import { departureOf } from './has-left.js';
import { LeaverSteps } from './leaver-steps.js';

/** Takes the steps that were not taken when somebody left, because we were stopped in between. */
@Injectable()
export class LeavePostsReaction extends Reaction {
  override readonly name = 'leave-posts';
  override readonly listensTo = 'directory.person.PersonDeparted';

  constructor(
    private readonly store: EventStore,
    private readonly steps: LeaverSteps,
  ) {
    super();
  }

  /** Whoever is back has taken all of them before. */
  override async react(event: Recorded): Promise<void> {
    const { personId } = event.data as { readonly personId: PersonId };
    const departure = await departureOf(this.store, personId);
    if (departure?.id === event.id) await this.steps.after(departure);
  }
}
