import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Envelope } from '@redress/contracts/envelope';
import { AttachmentRef } from '@redress/contracts/intake/attach-file';
import { SeeOpinion } from '@redress/contracts/intake/opinion-desk';
import { Reading } from '@redress/contracts/query';
import { found } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Evidence } from '@redress/evidence/open-evidence';
import type { FastifyReply } from 'fastify';
import { AnswersFile } from '../evidence/answers-file.js';
import { Acting } from '../session/session.guard.js';
import { sendAttached } from './sending.js';

/** The files that submitters added, for whoever may see the opinion. */
@ApiTags('opinions')
@Controller('opinions/:opinionId/attachments/:entryId')
export class OpinionFilesController {
  constructor(
    private readonly services: Services,
    private readonly evidence: Evidence,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The bytes of a file that the submitter added' })
  @AnswersFile()
  async read(
    @Param() { opinionId, entryId }: AttachmentRef,
    @Query() reading: Reading,
    @Headers('if-none-match') seen: string | undefined,
    @Acting() { actor }: Envelope,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const row = found(await this.services.ask(SeeOpinion, { opinionId, ...reading }, actor));
    return sendAttached(this.evidence, row.attached[entryId], seen, reply);
  }
}
