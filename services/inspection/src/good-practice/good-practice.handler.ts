import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  NoteGoodPractice,
  type NotingRejection,
  type WithdrawalRejection,
  WithdrawGoodPractice,
} from '@redress/contracts/inspection/good-practice';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { Standings } from '../visit/standings.js';
import { visits } from '../visit/visit.js';
import { notePractice, withdrawPractice } from './good-practice.js';
import { practices } from './practice.js';

@Controller()
export class GoodPracticeHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly standings: Standings,
  ) {}

  @MessagePattern(NoteGoodPractice.subject)
  async note(
    @Payload('command') command: NoteGoodPractice,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<NotingRejection>> {
    const { actor, happenedAt } = envelope;
    const visit = await load(this.store, visits, command.visitId);
    if (visit.status === 'unknown') return { rejected: 'no-such-visit' };
    const standing = await this.standings.of(visit.plan, actor.person, this.clock.dayOf(happenedAt));
    const decide = notePractice(command, actor, standing, visit);
    return transact(this.store, practices, command.practiceId, envelope, decide);
  }

  @MessagePattern(WithdrawGoodPractice.subject)
  async withdraw(
    @Payload('command') command: WithdrawGoodPractice,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<WithdrawalRejection>> {
    const { actor, happenedAt } = envelope;
    const visit = await load(this.store, visits, command.visitId);
    const teamId = visit.status === 'unknown' ? undefined : visit.plan.teamId;
    const standing = await this.standings.ofPlanner(actor, teamId, this.clock.dayOf(happenedAt));
    const decide = withdrawPractice(command, actor, standing);
    return transact(this.store, practices, command.practiceId, envelope, decide);
  }
}
