import { Injectable } from '@nestjs/common';
import type { Actor } from '@redress/contracts/envelope';
import { ReadReport } from '@redress/contracts/inspection/read-report';
import type { RoundRef } from '@redress/contracts/inspection/plan-round';
import type { ReportRef } from '@redress/contracts/inspection/write-report';
import { ReadPolicy } from '@redress/contracts/rectification/read-policy';
import { found } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import type { Language } from '@redress/edge/texts/text';
import { KnownNames } from '../names/known-names.js';
import { type AllNumbers, RoundReports } from '../reports/round-reports.js';
import { composed } from './compose.js';
import type { ReportDocument } from './model.js';
import { ReportReading } from './reading.js';

@Injectable()
export class ReportDocuments {
  constructor(
    private readonly services: Services,
    private readonly reports: RoundReports,
  ) {}

  /** A report as one reader may see it, with the names that this reader may know. */
  async ofReport(ref: ReportRef, language: Language, reader: Actor): Promise<ReportDocument> {
    const report = found(await this.services.ask(ReadReport, { ...ref }, reader));
    return this.composed(report, await this.reports.ofReport({ ...ref }, reader), language, reader);
  }

  /** The figures of a round as they are now, without words. */
  async ofRound({ roundId }: RoundRef, language: Language, reader: Actor): Promise<ReportDocument> {
    return this.composed(undefined, await this.reports.ofRound({ roundId }, reader), language, reader);
  }

  private async composed(
    report: ReportReading['report'],
    { numbers, sha256 }: AllNumbers,
    language: Language,
    reader: Actor,
  ): Promise<ReportDocument> {
    const names = new KnownNames(this.services, reader);
    const { figures, notes } = numbers;
    const isNamed = ({ key, value }: (typeof figures)[number]): boolean =>
      key !== 'unit-visits' || value === 0;
    await names.learn(
      [...figures.filter(isNamed), ...notes].flatMap(({ unit }) => unit ?? []),
      [...(report?.signatures ?? []), ...notes].flatMap(({ person }) => person ?? []),
    );
    const isGraded = figures.some(({ severity }) => severity !== undefined);
    const severities = isGraded ? found(await this.services.ask(ReadPolicy, {}, reader)).severities : [];
    return composed(new ReportReading({ language, numbers, sha256, report, names, severities }));
  }
}
