import { Injectable } from '@nestjs/common';
import { lifted, type Recorded } from '@redress/contracts/event';
import { type VisitEvent, visitEvents } from '@redress/contracts/inspection/visit.events';
import { Reaction } from '@redress/messaging/reaction';
import { Found } from './found.js';

/** What failed in a visit that is submitted, and must have a finding, has one. */
@Injectable()
export class MustFindReaction extends Reaction {
  override readonly name = 'must-find';
  override readonly listensTo = 'inspection.visit.VisitSubmitted';

  constructor(private readonly found: Found) {
    super();
  }

  override async react(recorded: Recorded): Promise<void> {
    const { type, data } = lifted<VisitEvent, Recorded>(visitEvents, recorded);
    if (type === 'VisitSubmitted') await this.found.seeToIt(data.visitId, recorded);
  }
}
