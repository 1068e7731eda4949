import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { AttachEvidence, type EvidenceRejection } from '@redress/contracts/rectification/attach-evidence';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { asSeenBy } from '../task/as-seen-by.js';
import { tasks } from '../task/task.js';
import { attachEvidence } from './attach-evidence.js';

@Controller()
export class AttachEvidenceHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(AttachEvidence.subject)
  attach(
    @Payload('command') command: AttachEvidence,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<EvidenceRejection>> {
    return transact(
      this.store,
      tasks,
      command.taskId,
      envelope,
      asSeenBy(envelope.actor, attachEvidence(command, envelope.actor)),
    );
  }
}
