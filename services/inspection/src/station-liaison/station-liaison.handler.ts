import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { StationLiaison, WithdrawLiaison } from '@redress/contracts/inspection/station-liaison';
import type { TeamRejection } from '@redress/contracts/inspection/team-rejections';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { Directory } from '../organisation/directory.js';
import { Recusals } from '../recusal/recusals.js';
import { teams } from '../team/team.js';
import { stationLiaison, withdrawLiaison } from './station-liaison.js';

type Reply = Promise<Outcome<TeamRejection>>;

@Controller()
export class StationLiaisonHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly directory: Directory,
    private readonly recusals: Recusals,
  ) {}

  @MessagePattern(StationLiaison.subject)
  async station(@Payload('command') command: StationLiaison, @Payload('envelope') envelope: Envelope): Reply {
    const { teamId, person, unit, from } = command;
    const [isKnown, isThere, check] = await Promise.all([
      this.directory.isKnown(person, from),
      this.directory.isThere(unit, from),
      this.recusals.check(person, [unit], from),
    ]);
    const today = this.clock.dayOf(envelope.happenedAt);
    const facts = { isKnown, isThere, recusal: check };
    const decide = stationLiaison(command, envelope.actor, today, facts);
    return transact(this.store, teams, teamId, envelope, decide);
  }

  @MessagePattern(WithdrawLiaison.subject)
  withdraw(@Payload('command') command: WithdrawLiaison, @Payload('envelope') envelope: Envelope): Reply {
    const today = this.clock.dayOf(envelope.happenedAt);
    const decide = withdrawLiaison(command, envelope.actor, today);
    return transact(this.store, teams, command.teamId, envelope, decide);
  }
}
