import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { JoinTeam, LeaveTeam } from '@redress/contracts/inspection/join-team';
import type { TeamRejection } from '@redress/contracts/inspection/team-rejections';
import type { TeamWritten } from '@redress/contracts/inspection/team-written';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { Directory } from '../organisation/directory.js';
import { RecusedMembers } from '../recusal/recused-members.js';
import { teamOn } from '../team/on-day.js';
import { teams } from '../team/team.js';
import { joinTeam, leaveTeam } from './join-team.js';

@Controller()
export class JoinTeamHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly directory: Directory,
    private readonly recused: RecusedMembers,
  ) {}

  /** Warns of the units of the team for which the new member may not act, on the first day. */
  @MessagePattern(JoinTeam.subject)
  async join(
    @Payload('command') command: JoinTeam,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<TeamRejection, TeamWritten>> {
    const { teamId, person, from } = command;
    const today = this.clock.dayOf(envelope.happenedAt);
    const isKnown = await this.directory.isKnown(person, from);
    const decide = joinTeam(command, envelope.actor, today, isKnown);
    const outcome = await transact(this.store, teams, teamId, envelope, decide);
    if ('rejected' in outcome) return outcome;
    const { pairings } = teamOn(await load(this.store, teams, teamId), from);
    const units = pairings.map(({ unit }) => unit);
    return { ...outcome, recused: await this.recused.among([person], units, from) };
  }

  @MessagePattern(LeaveTeam.subject)
  leave(
    @Payload('command') command: LeaveTeam,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<TeamRejection>> {
    const today = this.clock.dayOf(envelope.happenedAt);
    return transact(this.store, teams, command.teamId, envelope, leaveTeam(command, envelope.actor, today));
  }
}
