import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  type ReassignmentRejection,
  ReassignTask,
  type ReturnRejection,
  ReturnTask,
} from '@redress/contracts/rectification/return-task';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { Memberships } from '../membership/memberships.js';
import { Policies } from '../policy/policies.js';
import { asSeenBy } from '../task/as-seen-by.js';
import { tasks } from '../task/task.js';
import { reassignTask, returnTask } from './return-task.js';

@Controller()
export class ReturnTaskHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly memberships: Memberships,
    private readonly policies: Policies,
  ) {}

  @MessagePattern(ReturnTask.subject)
  giveBack(
    @Payload('command') command: ReturnTask,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<ReturnRejection>> {
    const today = this.clock.dayOf(envelope.happenedAt);
    const decide = returnTask(command, envelope.actor, today);
    return transact(this.store, tasks, command.taskId, envelope, asSeenBy(envelope.actor, decide));
  }

  @MessagePattern(ReassignTask.subject)
  async reassign(
    @Payload('command') command: ReassignTask,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<ReassignmentRejection>> {
    const today = this.clock.dayOf(envelope.happenedAt);
    const standards = await this.policies.on(today);
    const there = await this.memberships.there([command.leadUnit, ...command.supportingUnits], today);
    const decide = reassignTask(command, envelope.actor, today, there, standards);
    return transact(this.store, tasks, command.taskId, envelope, decide);
  }
}
