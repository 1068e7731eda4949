import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  ApproveEscalation,
  type CarryingOutRejection,
  CarryOutEscalation,
  type EscalationAnswerRejection,
  type ProposalRejection,
  ProposeEscalation,
  RefuseEscalation,
} from '@redress/contracts/rectification/escalate-task';
import type { Policy } from '@redress/contracts/rectification/policy';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { Policies } from '../policy/policies.js';
import { tasks } from '../task/task.js';
import {
  approveEscalation,
  carryOutEscalation,
  proposeEscalation,
  refuseEscalation,
} from './escalate-task.js';

type Answered = Promise<Outcome<EscalationAnswerRejection>>;

@Controller()
export class EscalateTaskHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly policies: Policies,
  ) {}

  @MessagePattern(ProposeEscalation.subject)
  async propose(
    @Payload('command') command: ProposeEscalation,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<ProposalRejection>> {
    const decide = proposeEscalation(command, envelope.actor, await this.policyFor(envelope));
    return transact(this.store, tasks, command.taskId, envelope, decide);
  }

  @MessagePattern(ApproveEscalation.subject)
  async approve(
    @Payload('command') command: ApproveEscalation,
    @Payload('envelope') envelope: Envelope,
  ): Answered {
    const decide = approveEscalation(command, envelope.actor, await this.policyFor(envelope));
    return transact(this.store, tasks, command.taskId, envelope, decide);
  }

  @MessagePattern(RefuseEscalation.subject)
  async refuse(
    @Payload('command') command: RefuseEscalation,
    @Payload('envelope') envelope: Envelope,
  ): Answered {
    const decide = refuseEscalation(command, envelope.actor, await this.policyFor(envelope));
    return transact(this.store, tasks, command.taskId, envelope, decide);
  }

  @MessagePattern(CarryOutEscalation.subject)
  carryOut(
    @Payload('command') command: CarryOutEscalation,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<CarryingOutRejection>> {
    const today = this.clock.dayOf(envelope.happenedAt);
    const decide = carryOutEscalation(command, envelope.actor, today);
    return transact(this.store, tasks, command.taskId, envelope, decide);
  }

  /** As it holds on the day on which it was decided. */
  private async policyFor({ happenedAt }: Envelope): Promise<Policy> {
    return (await this.policies.on(this.clock.dayOf(happenedAt))).policy;
  }
}
