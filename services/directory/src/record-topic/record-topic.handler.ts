import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { RecordTopic, type TopicRejection } from '@redress/contracts/directory/topics';
import { Envelope } from '@redress/contracts/envelope';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { topics } from '../topic/topic.js';
import { recordTopic } from './record-topic.js';

@Controller()
export class RecordTopicHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(RecordTopic.subject)
  record(
    @Payload('command') command: RecordTopic,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<TopicRejection>> {
    const decide = recordTopic(command, envelope.actor);
    return transact(this.store, topics, command.topicId, envelope, decide);
  }
}
