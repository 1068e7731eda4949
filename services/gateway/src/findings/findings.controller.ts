import { Body, Controller, Get, Headers, Param, Put, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, OmitType, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { AreParts, IsPart } from '@redress/contracts/fields';
import {
  CountFindings,
  FindingFacets,
  FindingRow,
  ListFindings,
  SeeFinding,
  SeeFindingFile,
} from '@redress/contracts/inspection/finding-list';
import {
  ChangeFinding,
  FindingEntryRef,
  FindingRef,
  JoinFinding,
  PartFinding,
  RecordFinding,
  SplitFinding,
  WithdrawFinding,
} from '@redress/contracts/inspection/record-finding';
import { Reading } from '@redress/contracts/query';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Evidence } from '@redress/evidence/open-evidence';
import type { FastifyReply } from 'fastify';
import { AnswersFile } from '../evidence/answers-file.js';
import { Refuses } from '../documentation/refuses.js';
import { NamedFile, UNNAMED } from '../evidence/renewed.js';
import { send } from '../evidence/sending.js';
import { Patience, patiently } from '../http/prefer.js';
import { Acting } from '../session/session.guard.js';
import { FINDING_STATUS } from './status.js';
import { withStored, WordsSent } from './words-sent.js';

// What the path does not say, with files as their sender names them. Who acts is in neither.
export class FindingSent extends OmitType(RecordFinding, ['findingId', 'files']) {
  @AreParts(() => NamedFile, 0, 20) readonly files!: NamedFile[];
}
export class FindingChanging extends OmitType(ChangeFinding, ['findingId', 'entryId', 'files']) {
  @AreParts(() => NamedFile, 0, 20) readonly files!: NamedFile[];
}
export class FindingSplitting extends PickType(SplitFinding, ['newFindingId', 'reason']) {
  @IsPart(() => WordsSent) readonly left!: WordsSent;
  @IsPart(() => WordsSent) readonly part!: WordsSent;
}
export class FindingJoining extends PickType(JoinFinding, ['into', 'reason']) {}
export class FindingWhy extends PickType(WithdrawFinding, ['reason']) {}
export class FindingFileRef extends PickType(SeeFindingFile, ['findingId', 'sha256']) {}

/** 督查发现: what a visit established, until it is issued. */
@ApiTags('inspection')
@Controller('findings')
export class FindingsController {
  constructor(
    private readonly services: Services,
    private readonly evidence: Evidence,
  ) {}

  @Get()
  @ApiOperation({ summary: 'The findings that the caller may see, by the day of their visit' })
  @ApiOkResponse({ type: ListFindings.reply })
  async list(@Query() query: ListFindings, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ListFindings, query, actor));
  }

  @Get('facets')
  @ApiOperation({ summary: 'How many of these findings there are, in all and by each of their values' })
  @ApiOkResponse({ type: FindingFacets })
  async count(@Query() query: CountFindings, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(CountFindings, query, actor));
  }

  @Get(':findingId')
  @ApiOperation({
    summary:
      'A finding: what it says, where it went and how it ended; with `Prefer: wait`, one to come is waited for',
  })
  @ApiOkResponse({ type: FindingRow })
  async read(
    @Param() { findingId }: FindingRef,
    @Query() reading: Reading,
    @Patience() patienceMs: number,
    @Acting() { actor }: Envelope,
  ): Promise<FindingRow> {
    const ask = () => this.services.ask(SeeFinding, { findingId, ...reading }, actor);
    return found(await patiently(patienceMs, ask));
  }

  @Get(':findingId/files/:sha256')
  @ApiOperation({ summary: 'The bytes of a file of a finding' })
  @AnswersFile()
  async file(
    @Param() ref: FindingFileRef,
    @Headers('if-none-match') seen: string | undefined,
    @Acting() { actor }: Envelope,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return send(this.evidence, found(await this.services.ask(SeeFindingFile, ref, actor)), seen, reply);
  }

  @Put(':findingId')
  @ApiOperation({ summary: 'Puts on record what a visit established, by its inspectors or the head' })
  @ApiOkResponse({ type: Written })
  @Refuses(RecordFinding, () => FINDING_STATUS)
  @Refuses(UNNAMED)
  async record(
    @Param() ref: FindingRef,
    @Body() words: FindingSent,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const command = { ...ref, ...(await withStored(this.evidence, words, envelope.actor)) };
    return settle(await this.services.send(RecordFinding, command, envelope), FINDING_STATUS);
  }

  @Put(':findingId/changes/:entryId')
  @ApiOperation({
    summary: 'Says it otherwise, with the reason, before it is issued; puts a draft into words',
  })
  @ApiOkResponse({ type: Written })
  @Refuses(ChangeFinding, () => FINDING_STATUS)
  @Refuses(UNNAMED)
  async change(
    @Param() ref: FindingEntryRef,
    @Body() words: FindingChanging,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const command = { ...ref, ...(await withStored(this.evidence, words, envelope.actor)) };
    return settle(await this.services.send(ChangeFinding, command, envelope), FINDING_STATUS);
  }

  @Put(':findingId/splits/:entryId')
  @ApiOperation({ summary: 'Makes a part of it another finding' })
  @ApiOkResponse({ type: Written })
  @Refuses(SplitFinding, () => FINDING_STATUS)
  @Refuses(UNNAMED)
  async split(
    @Param() ref: FindingEntryRef,
    @Body() { left, part, ...rest }: FindingSplitting,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const [kept, cut] = await Promise.all([
      withStored(this.evidence, left, envelope.actor),
      withStored(this.evidence, part, envelope.actor),
    ]);
    const command = { ...ref, ...rest, left: kept, part: cut };
    return settle(await this.services.send(SplitFinding, command, envelope), FINDING_STATUS);
  }

  @Put(':findingId/joinings/:entryId')
  @ApiOperation({ summary: 'Makes it part of another finding of the same unit' })
  @ApiOkResponse({ type: Written })
  @Refuses(JoinFinding, () => FINDING_STATUS)
  async join(
    @Param() ref: FindingEntryRef,
    @Body() joining: FindingJoining,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(JoinFinding, { ...ref, ...joining }, envelope), FINDING_STATUS);
  }

  @Put(':findingId/joinings/:entryId/parting')
  @ApiOperation({ summary: 'Takes a joining back, as long as the other finding is not issued' })
  @ApiOkResponse({ type: Written })
  @Refuses(PartFinding, () => FINDING_STATUS)
  async part(
    @Param() ref: FindingEntryRef,
    @Body() { reason }: FindingWhy,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(PartFinding, { ...ref, reason }, envelope), FINDING_STATUS);
  }

  @Put(':findingId/withdrawals/:entryId')
  @ApiOperation({ summary: 'Takes a finding back before it is issued, with the reason' })
  @ApiOkResponse({ type: Written })
  @Refuses(WithdrawFinding, () => FINDING_STATUS)
  async withdraw(
    @Param() ref: FindingEntryRef,
    @Body() { reason }: FindingWhy,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(WithdrawFinding, { ...ref, reason }, envelope), FINDING_STATUS);
  }
}
