import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { streamOf } from '@redress/contracts/event';
import { type AssignmentRejection, AssignTask } from '@redress/contracts/rectification/assign-task';
import { fold } from '@redress/eventsourcing/aggregate';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { issues } from '../issue/issue.js';
import { Memberships } from '../membership/memberships.js';
import { Policies } from '../policy/policies.js';
import { tasks } from '../task/task.js';
import { assignTask } from './assign-task.js';

@Controller()
export class AssignTaskHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly memberships: Memberships,
    private readonly policies: Policies,
  ) {}

  /** The task goes into the case of the first of its issues. */
  @MessagePattern(AssignTask.subject)
  async assign(
    @Payload('command') command: AssignTask,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<AssignmentRejection>> {
    const histories = await Promise.all(command.issues.map((id) => this.store.read(streamOf(issues, id))));
    const correlationId = histories[0]?.[0]?.correlationId ?? envelope.correlationId;
    const today = this.clock.dayOf(envelope.happenedAt);
    const named = histories.map((history) => fold(issues, history));
    const there = await this.memberships.there([command.leadUnit, ...command.supportingUnits], today);
    const standards = await this.policies.on(today);
    const decide = assignTask(command, envelope.actor, today, named, there, standards);
    return transact(this.store, tasks, command.taskId, { ...envelope, correlationId }, decide);
  }
}
