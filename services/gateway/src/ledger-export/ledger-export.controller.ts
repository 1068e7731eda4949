import { Readable } from 'node:stream';
import { Controller, Get, Headers, Logger, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Envelope } from '@redress/contracts/envelope';
import { IsOneOf, MayBeAbsent } from '@redress/contracts/fields';
import { ReadLedgerFacets } from '@redress/contracts/rectification/ledger-queries';
import { type Language, languageOf, LANGUAGES } from '@redress/edge/texts/text';
import { Clock } from '@redress/eventsourcing/clock';
import { create } from 'content-disposition';
import type { FastifyReply } from 'fastify';
import { Acting } from '../session/session.guard.js';
import { COLUMNS } from './columns.js';
import { csv, type Line } from './csv.js';
import { LedgerExport } from './ledger-export.js';
import { SHEET } from './words.js';
import { xlsx } from './xlsx.js';

/** The filters of the ledger, and in which language it is told: that of `Accept-Language` unless it is named. */
export class ExportedLedger extends ReadLedgerFacets {
  @MayBeAbsent() @IsOneOf(LANGUAGES) readonly lang?: Language;
}

const FILE = { schema: { type: 'string', format: 'binary' } } as const;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv; charset=utf-8; header=present';

@ApiTags('tasks')
@Controller()
export class LedgerExportController {
  private readonly logger = new Logger('export');

  constructor(
    private readonly exported: LedgerExport,
    private readonly clock: Clock,
  ) {}

  @Get('ledger.xlsx')
  @ApiOperation({ summary: 'The ledger as a workbook: all tasks of these filters that the caller may see' })
  @ApiOkResponse({ content: { [XLSX]: FILE } })
  xlsx(
    @Query() query: ExportedLedger,
    @Headers('accept-language') accepted: string | undefined,
    @Acting() envelope: Envelope,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const widths = COLUMNS.map(({ width }) => width);
    return this.send(query, accepted, envelope, reply, 'xlsx', (lines, language) =>
      xlsx(lines, SHEET[language], widths),
    );
  }

  @Get('ledger.csv')
  @ApiOperation({ summary: 'The ledger as CSV: all tasks of these filters that the caller may see' })
  @ApiOkResponse({ content: { 'text/csv': FILE } })
  csv(
    @Query() query: ExportedLedger,
    @Headers('accept-language') accepted: string | undefined,
    @Acting() envelope: Envelope,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    return this.send(query, accepted, envelope, reply, 'csv', (lines) => Readable.from(csv(lines)));
  }

  private async send(
    { lang, ...asked }: ExportedLedger,
    accepted: string | undefined,
    { actor }: Envelope,
    reply: FastifyReply,
    format: 'xlsx' | 'csv',
    fileOf: (lines: AsyncIterable<Line>, language: Language) => Readable,
  ): Promise<FastifyReply> {
    const language = lang ?? languageOf(accepted);
    const lines = await this.exported.begin(asked, language, actor);
    const today = this.clock.dayOf(this.clock.now());
    const file = fileOf(lines, language);
    // The server then hangs up: nobody may take a part for the whole.
    file.on('error', (error) => {
      this.logger.error(`an export was broken off: ${error.name}`);
    });
    return reply
      .headers({
        'content-type': format === 'csv' ? CSV : XLSX,
        'content-language': language,
        'content-disposition': create(`${SHEET[language]}-${today}.${format}`),
      })
      .send(file);
  }
}
