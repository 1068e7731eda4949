import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { type ReadingRejection, RecordReading } from '@redress/contracts/directory/readings';
import { Envelope } from '@redress/contracts/envelope';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { readings } from '../reading/reading.js';
import { recordReading } from './record-reading.js';

@Controller()
export class RecordReadingHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(RecordReading.subject)
  record(
    @Payload('command') command: RecordReading,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<ReadingRejection>> {
    const decide = recordReading(command, envelope.actor);
    return transact(this.store, readings, command.readingId, envelope, decide);
  }
}
