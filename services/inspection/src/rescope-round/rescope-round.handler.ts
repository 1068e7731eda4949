import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import type { RoundRejection } from '@redress/contracts/inspection/plan-round';
import { CloseRound, RescopeRound } from '@redress/contracts/inspection/rescope-round';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { Grounds } from '../round/grounds.js';
import { rounds } from '../round/round.js';
import { closeRound, rescopeRound } from './rescope-round.js';

type Reply = Promise<Outcome<RoundRejection>>;

@Controller()
export class RescopeRoundHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly grounds: Grounds,
  ) {}

  @MessagePattern(RescopeRound.subject)
  async rescope(@Payload('command') command: RescopeRound, @Payload('envelope') envelope: Envelope): Reply {
    const ground = await this.grounds.ofNamed(command.added, this.clock.dayOf(envelope.happenedAt));
    const decide = rescopeRound(command, envelope.actor, ground);
    return transact(this.store, rounds, command.roundId, envelope, decide);
  }

  @MessagePattern(CloseRound.subject)
  close(@Payload('command') command: CloseRound, @Payload('envelope') envelope: Envelope): Reply {
    const decide = closeRound(command, envelope.actor, this.clock.dayOf(envelope.happenedAt));
    return transact(this.store, rounds, command.roundId, envelope, decide);
  }
}
