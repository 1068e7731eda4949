import { Controller, Get, Headers, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Envelope } from '@redress/contracts/envelope';
import { IsOneOf, MayBeAbsent } from '@redress/contracts/fields';
import { RoundRef } from '@redress/contracts/inspection/plan-round';
import { ReportRef } from '@redress/contracts/inspection/write-report';
import { type Language, languageOf, LANGUAGES } from '@redress/edge/texts/text';
import { create } from 'content-disposition';
import type { FastifyReply } from 'fastify';
import { Acting } from '../session/session.guard.js';
import { docx } from './docx.js';
import { html } from './html.js';
import type { ReportDocument } from './model.js';
import { ReportDocuments } from './report-documents.js';
import { FILE } from './words.js';

/** In which language it is told: that of `Accept-Language` unless it is named. */
export class InLanguage {
  @MayBeAbsent() @IsOneOf(LANGUAGES) readonly language?: Language;
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const DOCX_FILE = { content: { [DOCX]: { schema: { type: 'string', format: 'binary' } } } } as const;
const HTML_FILE = { content: { 'text/html': { schema: { type: 'string' } } } } as const;

/** The report of a round to be printed. */
@ApiTags('inspection')
@Controller('rounds/:roundId')
export class ReportDocumentController {
  constructor(private readonly documents: ReportDocuments) {}

  @Get('reports/:reportId/report.docx')
  @ApiOperation({ summary: 'A report as a Word document' })
  @ApiOkResponse(DOCX_FILE)
  async reportDocx(
    @Param() ref: ReportRef,
    @Query() asked: InLanguage,
    @Headers('accept-language') accepted: string | undefined,
    @Acting() { actor }: Envelope,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return sendDocx(await this.documents.ofReport(ref, languageIn(asked, accepted), actor), reply);
  }

  @Get('reports/:reportId/report.html')
  @ApiOperation({ summary: 'A report as a page that is ready to be printed' })
  @ApiOkResponse(HTML_FILE)
  async reportHtml(
    @Param() ref: ReportRef,
    @Query() asked: InLanguage,
    @Headers('accept-language') accepted: string | undefined,
    @Acting() { actor }: Envelope,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return sendHtml(await this.documents.ofReport(ref, languageIn(asked, accepted), actor), reply);
  }

  @Get('report.docx')
  @ApiOperation({ summary: 'The figures of a round so far as a Word document' })
  @ApiOkResponse(DOCX_FILE)
  async roundDocx(
    @Param() ref: RoundRef,
    @Query() asked: InLanguage,
    @Headers('accept-language') accepted: string | undefined,
    @Acting() { actor }: Envelope,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return sendDocx(await this.documents.ofRound(ref, languageIn(asked, accepted), actor), reply);
  }

  @Get('report.html')
  @ApiOperation({ summary: 'The figures of a round so far as a page that is ready to be printed' })
  @ApiOkResponse(HTML_FILE)
  async roundHtml(
    @Param() ref: RoundRef,
    @Query() asked: InLanguage,
    @Headers('accept-language') accepted: string | undefined,
    @Acting() { actor }: Envelope,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return sendHtml(await this.documents.ofRound(ref, languageIn(asked, accepted), actor), reply);
  }
}

const languageIn = ({ language }: InLanguage, accepted: string | undefined): Language =>
  language ?? languageOf(accepted);

const sendDocx = async (document: ReportDocument, reply: FastifyReply): Promise<FastifyReply> =>
  send(Buffer.from(await docx(document)), document, reply, DOCX, 'docx');

const sendHtml = (document: ReportDocument, reply: FastifyReply): Promise<FastifyReply> =>
  send(html(document), document, reply, 'text/html; charset=utf-8', 'html');

/** It is saved, never shown within the site; where somebody opens it, nothing is fetched and nothing runs. */
const send = async (
  file: Buffer | string,
  { language, date, number }: ReportDocument,
  reply: FastifyReply,
  type: string,
  ending: string,
): Promise<FastifyReply> =>
  reply
    .headers({
      'content-type': type,
      'content-language': language,
      'content-disposition': create(`${FILE[language]}-${number}-${date}.${ending}`),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    .send(file);
