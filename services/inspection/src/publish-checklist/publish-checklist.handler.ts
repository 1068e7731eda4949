import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  type ChecklistRejection,
  PublishChecklist,
  type PublishedChecklist,
} from '@redress/contracts/inspection/publish-checklist';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { checklists } from '../checklist/checklist.js';
import { publishChecklist } from './publish-checklist.js';

@Controller()
export class PublishChecklistHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(PublishChecklist.subject)
  async publish(
    @Payload('command') command: PublishChecklist,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<ChecklistRejection, PublishedChecklist>> {
    const { checklistId } = command;
    const decide = publishChecklist(command, envelope.actor);
    const outcome = await transact(this.store, checklists, checklistId, envelope, decide);
    // Each event of the stream is a version, and revisions count from 0.
    return 'rejected' in outcome ? outcome : { ...outcome, version: outcome.revision + 1 };
  }
}
