import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Actor } from '@redress/contracts/envelope';
import { IsPart, IsPosition, IsSha256 } from '@redress/contracts/fields';
import {
  type NumbersPage,
  ReadReportNumbers,
  ReadRoundNumbers,
} from '@redress/contracts/inspection/read-report';
import { ReportNumbers } from '@redress/contracts/inspection/report-numbers';
import type { Position, Sha256 } from '@redress/contracts/values';
import { found } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';

/** All numbers of a report, and the SHA-256 of `numbers` in canonical JSON (RFC 8785). */
export class AllNumbers {
  @IsPosition() readonly upTo!: Position;
  @IsSha256() readonly sha256!: Sha256;
  @IsPart(() => ReportNumbers) @ApiProperty({ type: ReportNumbers }) readonly numbers!: ReportNumbers;
}

/** The numbers, which come in pieces, as a whole. */
@Injectable()
export class RoundReports {
  constructor(private readonly services: Services) {}

  ofReport(query: Omit<ReadReportNumbers, 'cursor'>, actor: Actor): Promise<AllNumbers> {
    return this.whole(async (cursor) =>
      found(await this.services.ask(ReadReportNumbers, { ...query, ...cursor }, actor)),
    );
  }

  /** All pieces up to where the first one was counted, for the same day. */
  async ofRound(query: Omit<ReadRoundNumbers, 'cursor'>, actor: Actor): Promise<AllNumbers> {
    let asked: Omit<ReadRoundNumbers, 'cursor'> = query;
    return this.whole(async (cursor) => {
      const page = found(await this.services.ask(ReadRoundNumbers, { ...asked, ...cursor }, actor));
      asked = { ...asked, upTo: page.upTo, day: page.numbers.day };
      return page;
    });
  }

  private async whole(
    pageAt: (cursor: { readonly cursor?: number }) => Promise<NumbersPage>,
  ): Promise<AllNumbers> {
    let { next, upTo, sha256, numbers } = await pageAt({});
    const figures = [...numbers.figures];
    const notes = [...numbers.notes];
    while (next !== undefined) {
      ({ next, upTo, sha256, numbers } = await pageAt({ cursor: next }));
      figures.push(...numbers.figures);
      notes.push(...numbers.notes);
    }
    return { upTo, sha256, numbers: { ...numbers, figures, notes } };
  }
}
