import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, OmitType, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import type { Actor } from '@redress/contracts/envelope';
import { Envelope } from '@redress/contracts/envelope';
import { AreParts, IsPart, MayBeAbsent } from '@redress/contracts/fields';
import {
  AnsweredItem,
  AnswerItem,
  BATCH_LIMIT,
  BatchFinding,
  BatchWritten,
  FINDINGS_LIMIT,
  NotePersonMet,
  OpenVisit,
  SubmitBatch,
  VisitEntry,
} from '@redress/contracts/inspection/fill-in-visit';
import { VisitRef } from '@redress/contracts/inspection/plan-visit';
import { ReopenVisit, SignVisit, SubmitVisit } from '@redress/contracts/inspection/submit-visit';
import type { EvidenceFile } from '@redress/contracts/rectification/evidence-file';
import { settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Evidence } from '@redress/evidence/open-evidence';
import { Refuses } from '../documentation/refuses.js';
import { NamedFile, renewed, UNNAMED } from '../evidence/renewed.js';
import { withStored } from '../findings/words-sent.js';
import { Acting } from '../session/session.guard.js';
import { VISIT_STATUS } from './status.js';

// What the path does not say, with files as their sender names them.
export class ItemRef extends PickType(AnswerItem, ['visitId', 'itemId']) {}
export class AnswerGiven extends OmitType(AnswerItem, ['visitId', 'itemId', 'files']) {
  @MayBeAbsent() @AreParts(() => NamedFile, 1, 10) readonly files?: NamedFile[];
}
export class MeetingRef extends PickType(NotePersonMet, ['visitId', 'entryId']) {}
export class Meeting extends OmitType(NotePersonMet, ['visitId', 'entryId']) {}
export class ItemSent extends OmitType(AnsweredItem, ['files']) {
  @MayBeAbsent() @AreParts(() => NamedFile, 1, 10) readonly files?: NamedFile[];
}
export class EntrySent extends OmitType(VisitEntry, ['item']) {
  @MayBeAbsent() @IsPart(() => ItemSent) readonly item?: ItemSent;
}
export class BatchFindingSent extends OmitType(BatchFinding, ['files']) {
  @AreParts(() => NamedFile, 0, 20) readonly files!: NamedFile[];
}
export class BatchSent extends OmitType(SubmitBatch, ['visitId', 'entries', 'findings']) {
  @AreParts(() => EntrySent, 1, BATCH_LIMIT) readonly entries!: EntrySent[];
  @MayBeAbsent() @AreParts(() => BatchFindingSent, 1, FINDINGS_LIMIT) readonly findings?: BatchFindingSent[];
}
export class ReopeningRef extends PickType(ReopenVisit, ['visitId', 'entryId']) {}
export class GivingBack extends PickType(ReopenVisit, ['reason']) {}

/** A visit as it takes place: item by item, or all at once from where there was no connection. */
@ApiTags('inspection')
@Controller('visits/:visitId')
export class FillingInController {
  constructor(
    private readonly services: Services,
    private readonly evidence: Evidence,
  ) {}

  @Put('opening')
  @ApiOperation({ summary: 'Begins a visit, by one of its inspectors; or a self-check, by the unit' })
  @ApiOkResponse({ type: Written })
  @Refuses(OpenVisit, () => VISIT_STATUS)
  async open(@Param() ref: VisitRef, @Acting() envelope: Envelope): Promise<Written> {
    return settle(await this.services.send(OpenVisit, ref, envelope), VISIT_STATUS);
  }

  @Put('items/:itemId')
  @ApiOperation({ summary: 'Answers an item; of several answers the one given last stands' })
  @ApiOkResponse({ type: Written })
  @Refuses(AnswerItem, () => VISIT_STATUS)
  @Refuses(UNNAMED)
  async answer(
    @Param() ref: ItemRef,
    @Body() answer: AnswerGiven,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const command = { ...ref, ...(await this.withStored(answer, envelope.actor)) };
    return settle(await this.services.send(AnswerItem, command, envelope), VISIT_STATUS);
  }

  @Put('people-met/:entryId')
  @ApiOperation({ summary: 'Notes somebody whom the inspectors spoke with' })
  @ApiOkResponse({ type: Written })
  @Refuses(NotePersonMet, () => VISIT_STATUS)
  async met(
    @Param() ref: MeetingRef,
    @Body() meeting: Meeting,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(NotePersonMet, { ...ref, ...meeting }, envelope), VISIT_STATUS);
  }

  @Put('batch')
  @ApiOperation({
    summary: 'Records what was written down without a connection: each entry once, however often it is sent',
  })
  @ApiOkResponse({ type: BatchWritten })
  @Refuses(SubmitBatch, () => VISIT_STATUS)
  @Refuses(UNNAMED)
  async batch(
    @Param() ref: VisitRef,
    @Body() { entries, findings, ...opening }: BatchSent,
    @Acting() envelope: Envelope,
  ): Promise<BatchWritten> {
    const stored: VisitEntry[] = [];
    for (const { item, ...entry } of entries)
      stored.push({ ...entry, ...(item && { item: await this.withStored(item, envelope.actor) }) });
    const found: BatchFinding[] = [];
    for (const finding of findings ?? [])
      found.push(await withStored(this.evidence, finding, envelope.actor));
    const command = { ...ref, ...opening, entries: stored, ...(findings && { findings: found }) };
    return settle(await this.services.send(SubmitBatch, command, envelope), VISIT_STATUS);
  }

  @Put('signature')
  @ApiOperation({ summary: 'Puts the name of the head to all answers as they stand' })
  @ApiOkResponse({ type: Written })
  @Refuses(SignVisit, () => VISIT_STATUS)
  async sign(@Param() ref: VisitRef, @Acting() envelope: Envelope): Promise<Written> {
    return settle(await this.services.send(SignVisit, ref, envelope), VISIT_STATUS);
  }

  @Put('submission')
  @ApiOperation({ summary: 'Hands a signed visit in; nothing is changed in it from then on' })
  @ApiOkResponse({ type: Written })
  @Refuses(SubmitVisit, () => VISIT_STATUS)
  async submit(@Param() ref: VisitRef, @Acting() envelope: Envelope): Promise<Written> {
    return settle(await this.services.send(SubmitVisit, ref, envelope), VISIT_STATUS);
  }

  @Put('reopenings/:entryId')
  @ApiOperation({ summary: 'Gives a submitted visit back, by the office and with the reason' })
  @ApiOkResponse({ type: Written })
  @Refuses(ReopenVisit, () => VISIT_STATUS)
  async reopen(
    @Param() ref: ReopeningRef,
    @Body() { reason }: GivingBack,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(ReopenVisit, { ...ref, reason }, envelope), VISIT_STATUS);
  }

  /** With its files as they are stored. */
  private async withStored<Given extends { readonly files?: NamedFile[] }>(
    { files, ...given }: Given,
    actor: Actor,
  ): Promise<Omit<Given, 'files'> & { readonly files?: EvidenceFile[] }> {
    if (!files) return given;
    return { ...given, files: await Promise.all(files.map((file) => renewed(this.evidence, file, actor))) };
  }
}
