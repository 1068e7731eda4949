import { Body, Controller, HttpStatus, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { IsPart, MayBeAbsent } from '@redress/contracts/fields';
import { AttachEvidence, type EvidenceRejection } from '@redress/contracts/rectification/attach-evidence';
import { EntryRef } from '@redress/contracts/rectification/refs';
import { settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Evidence } from '@redress/evidence/open-evidence';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';
import { NamedFile, renewed, UNNAMED } from './renewed.js';

export class NewEvidence extends PickType(AttachEvidence, ['note']) {
  @MayBeAbsent() @IsPart(() => NamedFile) readonly file?: NamedFile;
}

@ApiTags('tasks')
@ApiOkResponse({ type: Written })
@Controller('tasks/:taskId')
export class AttachmentsController {
  constructor(
    private readonly services: Services,
    private readonly evidence: Evidence,
  ) {}

  @Put('evidence/:entryId')
  @ApiOperation({
    summary: 'Attaches a note, or a file with a note, as evidence: from then on named by its hash',
  })
  @Refuses(AttachEvidence, () => STATUS)
  @Refuses(UNNAMED)
  async attach(
    @Param() { taskId, entryId }: EntryRef,
    @Body() { note, file }: NewEvidence,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const stored = file && (await renewed(this.evidence, file, envelope.actor));
    const command = { taskId, entryId, note, ...(stored && { file: stored }) };
    return settle(await this.services.send(AttachEvidence, command, envelope), STATUS);
  }
}

const STATUS: Readonly<Record<EvidenceRejection, HttpStatus>> = {
  'no-such-task': HttpStatus.NOT_FOUND,
  'not-a-responsible-unit': HttpStatus.FORBIDDEN,
  'not-planned-yet': HttpStatus.CONFLICT,
  'task-is-closed': HttpStatus.CONFLICT,
  'entry-id-is-taken': HttpStatus.CONFLICT,
};
