import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  DeclareInterest,
  EndInterest,
  type InterestRejection,
} from '@redress/contracts/inspection/declare-interest';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { interestsOf } from '../interest/interests.js';
import { Directory } from '../organisation/directory.js';
import { declareInterest, endInterest } from './declare-interest.js';

type Reply = Promise<Outcome<InterestRejection>>;

@Controller()
export class DeclareInterestHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly directory: Directory,
  ) {}

  @MessagePattern(DeclareInterest.subject)
  async declare(
    @Payload('command') command: DeclareInterest,
    @Payload('envelope') envelope: Envelope,
  ): Reply {
    const { person, unit } = command;
    const today = this.clock.dayOf(envelope.happenedAt);
    const [isKnown, isThere] = await Promise.all([
      this.directory.isKnown(person, today),
      this.directory.isThere(unit, today),
    ]);
    const decide = declareInterest(command, envelope.actor, { isKnown, isThere });
    return transact(this.store, interestsOf, person, envelope, decide);
  }

  @MessagePattern(EndInterest.subject)
  end(@Payload('command') command: EndInterest, @Payload('envelope') envelope: Envelope): Reply {
    const today = this.clock.dayOf(envelope.happenedAt);
    const decide = endInterest(command, envelope.actor, today);
    return transact(this.store, interestsOf, command.person, envelope, decide);
  }
}
