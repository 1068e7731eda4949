import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { type ProgressRejection, ReportProgress } from '@redress/contracts/rectification/report-progress';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { asSeenBy } from '../task/as-seen-by.js';
import { tasks } from '../task/task.js';
import { reportProgress } from './report-progress.js';

@Controller()
export class ReportProgressHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(ReportProgress.subject)
  report(
    @Payload('command') command: ReportProgress,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<ProgressRejection>> {
    return transact(
      this.store,
      tasks,
      command.taskId,
      envelope,
      asSeenBy(envelope.actor, reportProgress(command, envelope.actor)),
    );
  }
}
