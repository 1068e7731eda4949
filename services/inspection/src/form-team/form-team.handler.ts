import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { DissolveTeam, FormTeam } from '@redress/contracts/inspection/form-team';
import type { TeamRejection } from '@redress/contracts/inspection/team-rejections';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { teams } from '../team/team.js';
import { dissolveTeam, formTeam } from './form-team.js';

type Reply = Promise<Outcome<TeamRejection>>;

@Controller()
export class FormTeamHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  @MessagePattern(FormTeam.subject)
  form(@Payload('command') command: FormTeam, @Payload('envelope') envelope: Envelope): Reply {
    const today = this.clock.dayOf(envelope.happenedAt);
    return transact(this.store, teams, command.teamId, envelope, formTeam(command, envelope.actor, today));
  }

  @MessagePattern(DissolveTeam.subject)
  dissolve(@Payload('command') command: DissolveTeam, @Payload('envelope') envelope: Envelope): Reply {
    const today = this.clock.dayOf(envelope.happenedAt);
    return transact(
      this.store,
      teams,
      command.teamId,
      envelope,
      dissolveTeam(command, envelope.actor, today),
    );
  }
}
