import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  AnswerObjection,
  type ObjectingRejection,
  type ObjectionAnswerRejection,
  RaiseObjection,
} from '@redress/contracts/rectification/object-to-close-out';
import type { MessageId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { v5 as uuidOf } from 'uuid';
import { Memberships } from '../membership/memberships.js';
import { tasks } from '../task/task.js';
import { answerObjection, raiseObjection } from './object-to-close-out.js';

@Controller()
export class ObjectToCloseOutHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly memberships: Memberships,
  ) {}

  /** Whoever raises it, signed in or not: the log must not lead back to them. */
  @MessagePattern(RaiseObjection.subject)
  raise(
    @Payload('command') command: RaiseObjection,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<ObjectingRejection>> {
    const { taskId, objectionId, text } = command;
    const decide = raiseObjection(command, this.clock.dayOf(envelope.happenedAt));
    const anonymous: Envelope = {
      ...envelope,
      actor: { role: 'submitter' },
      // Of what is said, not of who says it.
      causationId: uuidOf(text, objectionId) as MessageId,
    };
    return transact(this.store, tasks, taskId, anonymous, decide);
  }

  @MessagePattern(AnswerObjection.subject)
  async answer(
    @Payload('command') command: AnswerObjection,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<ObjectionAnswerRejection>> {
    const { actor, happenedAt } = envelope;
    const on = this.clock.dayOf(happenedAt);
    const units = actor.person ? await this.memberships.unitsOf(actor.person, on) : [];
    return transact(this.store, tasks, command.taskId, envelope, answerObjection(command, actor, units));
  }
}
