import { Body, Controller, Get, Headers, Param, Put, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, OmitType, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  CancelVisit,
  MissVisit,
  MoveVisit,
  NameInspectors,
  PlanVisit,
  VisitRef,
} from '@redress/contracts/inspection/plan-visit';
import {
  CompareSelfCheck,
  Comparison,
  ReadVisitEntries,
  SeeVisitFile,
  VisitEntries,
} from '@redress/contracts/inspection/visit-items';
import { ListVisits, SeeVisit, VisitRow } from '@redress/contracts/inspection/visit-list';
import { Reading } from '@redress/contracts/query';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Evidence } from '@redress/evidence/open-evidence';
import type { FastifyReply } from 'fastify';
import { AnswersFile } from '../evidence/answers-file.js';
import { Refuses } from '../documentation/refuses.js';
import { send } from '../evidence/sending.js';
import { Acting } from '../session/session.guard.js';
import { VISIT_STATUS } from './status.js';

// What the path does not say. Who plans is in neither.
export class VisitPlan extends OmitType(PlanVisit, ['visitId']) {}
export class Inspectors extends PickType(NameInspectors, ['inspectors']) {}
export class NewDay extends PickType(MoveVisit, ['on', 'reason']) {}
export class WhyNot extends PickType(CancelVisit, ['reason']) {}
export class EntriesAsked extends OmitType(ReadVisitEntries, ['visitId']) {}
export class VisitFileRef extends PickType(SeeVisitFile, ['visitId', 'sha256']) {}

/** Who goes where and when. */
@ApiTags('inspection')
@Controller()
export class VisitsController {
  constructor(
    private readonly services: Services,
    private readonly evidence: Evidence,
  ) {}

  @Get('visits')
  @ApiOperation({ summary: 'The visits that the caller may see, by their day' })
  @ApiOkResponse({ type: ListVisits.reply })
  async list(@Query() query: ListVisits, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ListVisits, query, actor));
  }

  @Get('visits/:visitId')
  @ApiOperation({ summary: 'A visit: who goes where, how it stands, and once submitted what it came to' })
  @ApiOkResponse({ type: VisitRow })
  async read(
    @Param() ref: VisitRef,
    @Query() reading: Reading,
    @Acting() { actor }: Envelope,
  ): Promise<VisitRow> {
    return found(await this.services.ask(SeeVisit, { ...ref, ...reading }, actor));
  }

  @Get('visits/:visitId/entries')
  @ApiOperation({ summary: 'What was written down in a visit: the answers that stand, or every one' })
  @ApiOkResponse({ type: VisitEntries })
  async entries(
    @Param() ref: VisitRef,
    @Query() query: EntriesAsked,
    @Acting() { actor }: Envelope,
  ): Promise<VisitEntries> {
    return found(await this.services.ask(ReadVisitEntries, { ...ref, ...query }, actor));
  }

  @Get('visits/:visitId/files/:sha256')
  @ApiOperation({ summary: 'The bytes of a file that was attached to an answer' })
  @AnswersFile()
  async file(
    @Param() ref: VisitFileRef,
    @Headers('if-none-match') seen: string | undefined,
    @Acting() { actor }: Envelope,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const file = found(await this.services.ask(SeeVisitFile, ref, actor));
    return send(this.evidence, file, seen, reply);
  }

  @Get('self-check-comparison')
  @ApiOperation({ summary: 'What a unit said of itself beside what inspectors found, item by item' })
  @ApiOkResponse({ type: Comparison })
  async compare(@Query() query: CompareSelfCheck, @Acting() { actor }: Envelope): Promise<Comparison> {
    return found(await this.services.ask(CompareSelfCheck, query, actor));
  }

  @Put('visits/:visitId')
  @ApiOperation({ summary: 'Plans a visit or a self-check, in a round or without one' })
  @ApiOkResponse({ type: Written })
  @Refuses(PlanVisit, () => VISIT_STATUS)
  async plan(
    @Param() ref: VisitRef,
    @Body() plan: VisitPlan,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(PlanVisit, { ...ref, ...plan }, envelope), VISIT_STATUS);
  }

  @Put('visits/:visitId/inspectors')
  @ApiOperation({ summary: 'Says who is to go; nobody with a conflict that was not lifted' })
  @ApiOkResponse({ type: Written })
  @Refuses(NameInspectors, () => VISIT_STATUS)
  async name(
    @Param() ref: VisitRef,
    @Body() { inspectors }: Inspectors,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(NameInspectors, { ...ref, inspectors }, envelope), VISIT_STATUS);
  }

  @Put('visits/:visitId/day')
  @ApiOperation({ summary: 'Moves a visit to another day, with the reason' })
  @ApiOkResponse({ type: Written })
  @Refuses(MoveVisit, () => VISIT_STATUS)
  async move(@Param() ref: VisitRef, @Body() day: NewDay, @Acting() envelope: Envelope): Promise<Written> {
    return settle(await this.services.send(MoveVisit, { ...ref, ...day }, envelope), VISIT_STATUS);
  }

  @Put('visits/:visitId/cancellation')
  @ApiOperation({ summary: 'Says that a visit will not take place, with the reason' })
  @ApiOkResponse({ type: Written })
  @Refuses(CancelVisit, () => VISIT_STATUS)
  async cancel(@Param() ref: VisitRef, @Body() why: WhyNot, @Acting() envelope: Envelope): Promise<Written> {
    return settle(await this.services.send(CancelVisit, { ...ref, ...why }, envelope), VISIT_STATUS);
  }

  @Put('visits/:visitId/missing')
  @ApiOperation({ summary: 'Says that a visit did not take place on its day, with the reason' })
  @ApiOkResponse({ type: Written })
  @Refuses(MissVisit, () => VISIT_STATUS)
  async miss(@Param() ref: VisitRef, @Body() why: WhyNot, @Acting() envelope: Envelope): Promise<Written> {
    return settle(await this.services.send(MissVisit, { ...ref, ...why }, envelope), VISIT_STATUS);
  }
}
