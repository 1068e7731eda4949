import { Injectable } from '@nestjs/common';
import { lifted, type Recorded } from '@redress/contracts/event';
import { type OpinionEvent, opinionEvents } from '@redress/contracts/intake/opinion.events';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { becauseOf, Reaction } from '@redress/messaging/reaction';
import { opinions, partsOf } from '../opinion/opinion.js';
import { beginPart, takePartBack } from './begin-part.js';

/** The parts of an opinion that was split begin, and are taken back when they are joined: as it stands by then. */
@Injectable()
export class FollowPartsReaction extends Reaction {
  override readonly name = 'follow-parts';
  override readonly listensTo = 'intake.opinion.*';

  constructor(private readonly store: EventStore) {
    super();
  }

  /** @throws when something else has the id of a part by now, which splitting makes sure of. */
  override async react(event: Recorded): Promise<void> {
    const { type, data } = lifted<OpinionEvent, Recorded>(opinionEvents, event);
    if (type === 'OpinionSplit') {
      const whole = await load(this.store, opinions, data.opinionId);
      if (whole.status === 'unsent') return;
      for (const part of partsOf(whole)) {
        const decide = beginPart(part, whole);
        const outcome = await transact(this.store, opinions, part.opinionId, becauseOf(event), decide);
        if ('rejected' in outcome) throw new Error(`part ${part.opinionId}: ${outcome.rejected}`);
      }
    }
    if (type === 'PartsJoined')
      for (const part of data.parts) {
        const decide = takePartBack(part, data.opinionId, data.reason);
        await transact(this.store, opinions, part, becauseOf(event), decide);
      }
  }
}
