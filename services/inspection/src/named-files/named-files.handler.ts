import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor } from '@redress/contracts/envelope';
import { IsNamedInVisits } from '@redress/contracts/inspection/named-in-visits';
import type { Answer } from '@redress/contracts/query';
import type { FileNaming } from '@redress/contracts/rectification/named-file';
import { EventStore } from '@redress/eventsourcing/event-store';
import { answered } from '@redress/read-models/answer';
import { ReadModels } from '@redress/read-models/read-models';
import { namedFiles } from './named-files.js';

@Controller()
export class NamedFilesHandler {
  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
  ) {}

  /** A file that is not named is lost afterwards, so that rows which are behind the log are no answer. */
  @MessagePattern(IsNamedInVisits.subject)
  async isNamed(
    @Payload('query') { sha256 }: IsNamedInVisits,
    @Payload('actor') { role }: Actor,
  ): Promise<Answer<FileNaming>> {
    if (role !== 'system') return { rejected: 'not-found' };
    const atLeast = await this.store.last();
    return answered(this.models, namedFiles, { atLeast }, async () => ({
      named: (await this.models.count(namedFiles, { where: { files: { has: sha256 } } })) > 0,
    }));
  }
}
