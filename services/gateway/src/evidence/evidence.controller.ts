import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Envelope } from '@redress/contracts/envelope';
import { IsId, IsSha256 } from '@redress/contracts/fields';
import { Reading } from '@redress/contracts/query';
import type { EvidenceFile } from '@redress/contracts/rectification/evidence-file';
import { ReadTask } from '@redress/contracts/rectification/ledger';
import type { Sha256, TaskId } from '@redress/contracts/values';
import { found } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Evidence } from '@redress/evidence/open-evidence';
import type { FastifyReply } from 'fastify';
import { Acting } from '../session/session.guard.js';
import { AnswersFile } from './answers-file.js';
import { send } from './sending.js';

export class FileRef {
  @IsSha256() readonly sha256!: Sha256;
}
/** The task that has the file among its evidence: whoever may read it may have the file. */
export class OfTask extends Reading {
  @IsId() readonly task!: TaskId;
}

@ApiTags('evidence')
@Controller('evidence')
export class EvidenceController {
  constructor(
    private readonly services: Services,
    private readonly evidence: Evidence,
  ) {}

  @Get(':sha256')
  @ApiOperation({ summary: 'The bytes of a file that is evidence of a task which the caller may read' })
  @AnswersFile()
  async read(
    @Param() { sha256 }: FileRef,
    @Query() { task, ...reading }: OfTask,
    @Headers('if-none-match') seen: string | undefined,
    @Acting() { actor }: Envelope,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const row = found(await this.services.ask(ReadTask, { taskId: task, ...reading }, actor));
    const files = Object.values(row.evidence).map((entry) => entry.file);
    const { name } = found<EvidenceFile>(files.find((file) => file?.sha256 === sha256) ?? NOT_FOUND);
    return send(this.evidence, { sha256, name }, seen, reply);
  }
}

const NOT_FOUND = { rejected: 'not-found' } as const;
