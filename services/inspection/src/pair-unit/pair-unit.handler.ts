import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { PairUnit, UnpairUnit } from '@redress/contracts/inspection/pair-unit';
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
import { pairUnit, unpairUnit } from './pair-unit.js';

@Controller()
export class PairUnitHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly directory: Directory,
    private readonly recused: RecusedMembers,
  ) {}

  /** Warns of the members who may not act for the unit, on the first day. */
  @MessagePattern(PairUnit.subject)
  async pair(
    @Payload('command') command: PairUnit,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<TeamRejection, TeamWritten>> {
    const { teamId, unit, from } = command;
    const today = this.clock.dayOf(envelope.happenedAt);
    const isThere = await this.directory.isThere(unit, from);
    const decide = pairUnit(command, envelope.actor, today, isThere);
    const outcome = await transact(this.store, teams, teamId, envelope, decide);
    if ('rejected' in outcome) return outcome;
    const { members } = teamOn(await load(this.store, teams, teamId), from);
    const people = members.map(({ person }) => person);
    return { ...outcome, recused: await this.recused.among(people, [unit], from) };
  }

  @MessagePattern(UnpairUnit.subject)
  unpair(
    @Payload('command') command: UnpairUnit,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<TeamRejection>> {
    const today = this.clock.dayOf(envelope.happenedAt);
    return transact(this.store, teams, command.teamId, envelope, unpairUnit(command, envelope.actor, today));
  }
}
