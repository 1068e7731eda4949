import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, OmitType, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { RoundRef } from '@redress/contracts/inspection/plan-round';
import {
  CheckReport,
  ListReports,
  ReadReport,
  ReadRoundNumbers,
  ReportCheck,
  ReportText,
} from '@redress/contracts/inspection/read-report';
import {
  CirculateReport,
  DraftReport,
  IssueReport,
  ReportRef,
  SignReport,
} from '@redress/contracts/inspection/write-report';
import { Reading } from '@redress/contracts/query';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';
import { AllNumbers, RoundReports } from './round-reports.js';
import { REPORT_STATUS } from './status.js';

// What the path does not say. Who writes and signs is in neither.
export class ReportsAsked extends OmitType(ListReports, ['roundId', 'text']) {}
export class FiguresAsked extends OmitType(ReadRoundNumbers, ['roundId', 'cursor']) {}
export class ReportDraft extends OmitType(DraftReport, ['roundId', 'reportId']) {}
export class ReportSigning extends PickType(SignReport, ['sha256']) {}
export class ReportIssuing extends PickType(IssueReport, ['number']) {}
export class ReportCirculation extends PickType(CirculateReport, ['units']) {}

/** 督查专报: what a round came to, in numbers that come out of the log again, and in words that people sign. */
@ApiTags('inspection')
@Controller('rounds/:roundId')
export class ReportsController {
  constructor(
    private readonly services: Services,
    private readonly reports: RoundReports,
  ) {}

  @Get('figures')
  @ApiOperation({ summary: 'The numbers of a round, each with the events that it was counted from' })
  @ApiOkResponse({ type: AllNumbers })
  figures(
    @Param() ref: RoundRef,
    @Query() query: FiguresAsked,
    @Acting() { actor }: Envelope,
  ): Promise<AllNumbers> {
    return this.reports.ofRound({ ...ref, ...query }, actor);
  }

  @Get('reports')
  @ApiOperation({ summary: 'The reports of a round; for a unit, those that were circulated to it' })
  @ApiOkResponse({ type: ListReports.reply })
  async list(@Param() ref: RoundRef, @Query() query: ReportsAsked, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ListReports, { ...ref, ...query }, actor));
  }

  @Get('reports/:reportId')
  @ApiOperation({ summary: 'A report: what people wrote, who signed it, and the hashes of it' })
  @ApiOkResponse({ type: ReportText })
  async read(
    @Param() ref: ReportRef,
    @Query() reading: Reading,
    @Acting() { actor }: Envelope,
  ): Promise<ReportText> {
    return found(await this.services.ask(ReadReport, { ...ref, ...reading }, actor));
  }

  @Get('reports/:reportId/figures')
  @ApiOperation({ summary: 'The numbers of a report, each with the events that it was counted from' })
  @ApiOkResponse({ type: AllNumbers })
  numbers(
    @Param() ref: ReportRef,
    @Query() reading: Reading,
    @Acting() { actor }: Envelope,
  ): Promise<AllNumbers> {
    return this.reports.ofReport({ ...ref, ...reading }, actor);
  }

  @Get('reports/:reportId/check')
  @ApiOperation({
    summary: 'Counts an issued report once more: does the same come out of the log, number by number',
  })
  @ApiOkResponse({ type: ReportCheck })
  async check(
    @Param() ref: ReportRef,
    @Query() reading: Reading,
    @Acting() { actor }: Envelope,
  ): Promise<ReportCheck> {
    return found(await this.services.ask(CheckReport, { ...ref, ...reading }, actor));
  }

  @Put('reports/:reportId')
  @ApiOperation({ summary: 'Drafts a report, or drafts it anew, with the numbers that the log has now' })
  @ApiOkResponse({ type: Written })
  @Refuses(DraftReport, () => REPORT_STATUS)
  async draft(
    @Param() ref: ReportRef,
    @Body() draft: ReportDraft,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(DraftReport, { ...ref, ...draft }, envelope), REPORT_STATUS);
  }

  @Put('reports/:reportId/signature')
  @ApiOperation({ summary: 'Signs the draft with this hash, by somebody who was named to sign' })
  @ApiOkResponse({ type: Written })
  @Refuses(SignReport, () => REPORT_STATUS)
  async sign(
    @Param() ref: ReportRef,
    @Body() { sha256 }: ReportSigning,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(SignReport, { ...ref, sha256 }, envelope), REPORT_STATUS);
  }

  @Put('reports/:reportId/issue')
  @ApiOperation({ summary: 'Issues what all have signed, under a number; its figures are pinned' })
  @ApiOkResponse({ type: Written })
  @Refuses(IssueReport, () => REPORT_STATUS)
  async issue(
    @Param() ref: ReportRef,
    @Body() { number }: ReportIssuing,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(IssueReport, { ...ref, number }, envelope), REPORT_STATUS);
  }

  @Put('reports/:reportId/circulation')
  @ApiOperation({ summary: 'Lets units see an issued report: those that are named, or all of the round' })
  @ApiOkResponse({ type: Written })
  @Refuses(CirculateReport, () => REPORT_STATUS)
  async circulate(
    @Param() ref: ReportRef,
    @Body() circulation: ReportCirculation,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const command = { ...ref, ...circulation };
    return settle(await this.services.send(CirculateReport, command, envelope), REPORT_STATUS);
  }
}
