import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor } from '@redress/contracts/envelope';
import { IsAttached } from '@redress/contracts/intake/attach-file';
import type { Answer } from '@redress/contracts/query';
import type { FileNaming } from '@redress/contracts/rectification/named-file';
import { EventStore } from '@redress/eventsourcing/event-store';
import { answeredNow } from '@redress/read-models/answer';
import { ReadModels } from '@redress/read-models/read-models';
import { attachedFiles } from './attached-files.js';

@Controller()
export class AttachedFilesHandler {
  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
  ) {}

  /** A file that is not named is lost afterwards, so that rows which are behind the log are no answer. */
  @MessagePattern(IsAttached.subject)
  async isAttached(
    @Payload('query') { sha256 }: IsAttached,
    @Payload('actor') { role }: Actor,
  ): Promise<Answer<FileNaming>> {
    if (role !== 'system') return { rejected: 'not-found' };
    return answeredNow(this.store, this.models, [attachedFiles], async () => ({
      named: (await this.models.count(attachedFiles, { where: { sha256 } })) > 0,
    }));
  }
}
