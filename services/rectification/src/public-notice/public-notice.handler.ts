import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { streamOf } from '@redress/contracts/event';
import {
  type NoticeRejection,
  PublishNotice,
  SkipNotice,
  type SkippingRejection,
} from '@redress/contracts/rectification/public-notice';
import type { Day, TaskId } from '@redress/contracts/values';
import { fold } from '@redress/eventsourcing/aggregate';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { UnitNames } from '../membership/unit-names.js';
import { Policies } from '../policy/policies.js';
import { noticeTerm } from '../policy/terms.js';
import { tasks } from '../task/task.js';
import { publishNotice, skipNotice } from './public-notice.js';

@Controller()
export class PublicNoticeHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly policies: Policies,
    private readonly names: UnitNames,
  ) {}

  @MessagePattern(PublishNotice.subject)
  async publish(
    @Payload('command') command: PublishNotice,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<NoticeRejection>> {
    const today = this.clock.dayOf(envelope.happenedAt);
    const term = noticeTerm(await this.policies.on(today), today);
    const decide = publishNotice(command, envelope.actor, term, await this.leadUnitOf(command.taskId, today));
    return transact(this.store, tasks, command.taskId, envelope, decide);
  }

  @MessagePattern(SkipNotice.subject)
  async skip(
    @Payload('command') command: SkipNotice,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<SkippingRejection>> {
    const { policy } = await this.policies.on(this.clock.dayOf(envelope.happenedAt));
    const decide = skipNotice(command, envelope.actor, policy);
    return transact(this.store, tasks, command.taskId, envelope, decide);
  }

  /** What it is called; of a task that was never assigned, nothing. */
  private async leadUnitOf(taskId: TaskId, on: Day): Promise<string> {
    const task = fold(tasks, await this.store.read(streamOf(tasks, taskId)));
    return task.status === 'unassigned' ? '' : this.names.nameOf(task.assignment.leadUnit, on);
  }
}
