import { Body, Controller, HttpStatus, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import type { Actor } from '@redress/contracts/envelope';
import { Envelope } from '@redress/contracts/envelope';
import { IsPart, MayBeAbsent } from '@redress/contracts/fields';
import { AttachEvidence, type EvidenceRejection } from '@redress/contracts/rectification/attach-evidence';
import { EvidenceFile } from '@redress/contracts/rectification/evidence-file';
import { EntryRef } from '@redress/contracts/rectification/refs';
import { Problem, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { displayName } from '@redress/evidence/display-name';
import { KINDS } from '@redress/evidence/kinds';
import { Evidence } from '@redress/evidence/open-evidence';
import { Acting } from '../session/session.guard.js';
import { senderOf } from './senders.js';

/** Type and size are those that it has. */
export class NamedFile extends PickType(EvidenceFile, ['sha256', 'name']) {}
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
  async attach(
    @Param() { taskId, entryId }: EntryRef,
    @Body() { note, file }: NewEvidence,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const stored = file && (await this.renewed(file, envelope.actor));
    const command = { taskId, entryId, note, ...(stored && { file: stored }) };
    return settle(await this.services.send(AttachEvidence, command, envelope), STATUS);
  }

  /** The file as it is stored; from now on it is not collected before the event that names it must be there. */
  private async renewed({ sha256, name }: NamedFile, actor: Actor): Promise<EvidenceFile> {
    senderOf(actor);
    const stored = await this.evidence.files.renew(sha256);
    if (!stored) throw new Problem('no-such-file', HttpStatus.UNPROCESSABLE_ENTITY);
    const { kind, size } = stored;
    return { sha256, name: displayName(name, kind), type: KINDS[kind].mediaType, size };
  }
}

const STATUS: Readonly<Record<EvidenceRejection, HttpStatus>> = {
  'no-such-task': HttpStatus.NOT_FOUND,
  'not-a-responsible-unit': HttpStatus.FORBIDDEN,
  'not-planned-yet': HttpStatus.CONFLICT,
  'task-is-closed': HttpStatus.CONFLICT,
  'entry-id-is-taken': HttpStatus.CONFLICT,
};
