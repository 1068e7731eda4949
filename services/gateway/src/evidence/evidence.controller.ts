import { Controller, Get, Headers, HttpStatus, Logger, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Envelope } from '@redress/contracts/envelope';
import { IsId, IsSha256 } from '@redress/contracts/fields';
import { Reading } from '@redress/contracts/query';
import type { EvidenceFile } from '@redress/contracts/rectification/evidence-file';
import { ReadTask } from '@redress/contracts/rectification/ledger';
import type { Sha256, TaskId } from '@redress/contracts/values';
import { found, Problem } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Evidence } from '@redress/evidence/open-evidence';
import { responseHeaders } from '@redress/evidence/response-headers';
import type { FastifyReply } from 'fastify';
import { Acting } from '../session/session.guard.js';

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
  private readonly logger = new Logger('evidence');

  constructor(
    private readonly services: Services,
    private readonly evidence: Evidence,
  ) {}

  @Get(':sha256')
  @ApiOperation({ summary: 'The bytes of a file that is evidence of a task which the caller may read' })
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
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
    if (seen === `"${sha256}"`) return reply.status(HttpStatus.NOT_MODIFIED).header('etag', seen).send();

    const stored = await this.evidence.files.get(sha256);
    if (!stored) {
      this.logger.error(`evidence of task ${task} is not stored: ${sha256}`);
      throw new Problem('fault', HttpStatus.INTERNAL_SERVER_ERROR);
    }
    return reply.headers(responseHeaders(stored, name)).send(stored.bytes);
  }
}

const NOT_FOUND = { rejected: 'not-found' } as const;
