import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { AttachFile, type AttachingRejection } from '@redress/contracts/intake/attach-file';
import { EventStore } from '@redress/eventsourcing/event-store';
import { byReceipt } from '../receipt/by-receipt.access.js';
import { attachFile } from './attach-file.js';

@Controller()
export class AttachFileHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(AttachFile.subject)
  attach(
    @Payload('command') command: AttachFile,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<AttachingRejection>> {
    return byReceipt(this.store, command, envelope, (opinionId) => attachFile(opinionId, command));
  }
}
