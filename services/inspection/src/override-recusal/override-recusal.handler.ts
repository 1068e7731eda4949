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
    const { conflicts } = await this.recusals.check(person, [unit], from);
    const decide = overrideRecusal(command, envelope.actor, today, conflicts);
    return transact(this.store, interestsOf, person, envelope, decide);
  }

  @MessagePattern(EndOverride.subject)
  end(@Payload('command') command: EndOverride, @Payload('envelope') envelope: Envelope): Reply {
    const today = this.clock.dayOf(envelope.happenedAt);
    const decide = endOverride(command, envelope.actor, today);
    return transact(this.store, interestsOf, command.person, envelope, decide);
  }
}
