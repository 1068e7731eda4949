import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  EndOverride,
  OverrideRecusal,
  type OverrideRejection,
} from '@redress/contracts/inspection/override-recusal';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { interestsOf } from '../interest/interests.js';
import { isRecused } from '../recusal/recusal.js';
import { Recusals } from '../recusal/recusals.js';
import { endOverride, overrideRecusal } from './override-recusal.js';

type Reply = Promise<Outcome<OverrideRejection>>;

@Controller()
export class OverrideRecusalHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly recusals: Recusals,
  ) {}

  @MessagePattern(OverrideRecusal.subject)
  async override(
    @Payload('command') command: OverrideRecusal,
    @Payload('envelope') envelope: Envelope,
  ): Reply {
    const { person, unit, from } = command;
    const today = this.clock.dayOf(envelope.happenedAt);
    const { actor } = envelope;
    const [{ conflicts }, giver] = await Promise.all([
      this.recusals.check(person, [unit], from),
      actor.person && this.recusals.check(actor.person, [unit], today),
    ]);
    const isGiverRecused = !giver || isRecused(giver);
    const decide = overrideRecusal(command, actor, today, conflicts, isGiverRecused);
    return transact(this.store, interestsOf, person, envelope, decide);
  }

  @MessagePattern(EndOverride.subject)
  end(@Payload('command') command: EndOverride, @Payload('envelope') envelope: Envelope): Reply {
    const today = this.clock.dayOf(envelope.happenedAt);
    const decide = endOverride(command, envelope.actor, today);
    return transact(this.store, interestsOf, command.person, envelope, decide);
  }
}
