import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor } from '@redress/contracts/envelope';
import { IsNamedInVisits } from '@redress/contracts/inspection/named-in-visits';
import type { Answer } from '@redress/contracts/query';
import type { FileNaming } from '@redress/contracts/rectification/named-file';
import { EventStore } from '@redress/eventsourcing/event-store';
import { answeredNow } from '@redress/read-models/answer';
import { ReadModels } from '@redress/read-models/read-models';
import { filesOfFindings } from './files-of-findings.js';
import { namedFiles } from './named-files.js';

const KINDS = [namedFiles, filesOfFindings] as const;

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
    return answeredNow(this.store, this.models, KINDS, async () => {
      const counts = await Promise.all(
        KINDS.map((kind) => this.models.count(kind, { where: { files: { has: sha256 } } })),
      );
      return { named: counts.some((count) => count > 0) };
    });
  }
}
