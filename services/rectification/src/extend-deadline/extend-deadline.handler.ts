import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  type ExtensionAnswerRejection,
  type ExtensionRequestRejection,
  GrantExtension,
  RefuseExtension,
  RequestExtension,
} from '@redress/contracts/rectification/extend-deadline';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { Policies } from '../policy/policies.js';
import { asSeenBy } from '../task/as-seen-by.js';
import { tasks } from '../task/task.js';
import { grantExtension, refuseExtension, requestExtension } from './extend-deadline.js';

type Answered = Promise<Outcome<ExtensionAnswerRejection>>;

@Controller()
export class ExtendDeadlineHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly policies: Policies,
  ) {}

  @MessagePattern(RequestExtension.subject)
  request(
    @Payload('command') command: RequestExtension,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<ExtensionRequestRejection>> {
    const today = this.clock.dayOf(envelope.happenedAt);
    const decide = requestExtension(command, envelope.actor, today);
    return transact(this.store, tasks, command.taskId, envelope, asSeenBy(envelope.actor, decide));
  }

  @MessagePattern(GrantExtension.subject)
  async grant(
    @Payload('command') command: GrantExtension,
    @Payload('envelope') envelope: Envelope,
  ): Answered {
    const today = this.clock.dayOf(envelope.happenedAt);
    const { policy } = await this.policies.on(today);
    const decide = grantExtension(command, envelope.actor, policy, today);
    return transact(this.store, tasks, command.taskId, envelope, decide);
  }

  @MessagePattern(RefuseExtension.subject)
  refuse(@Payload('command') command: RefuseExtension, @Payload('envelope') envelope: Envelope): Answered {
    return transact(this.store, tasks, command.taskId, envelope, refuseExtension(command, envelope.actor));
  }
}
