import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor, SEES_EVERYTHING } from '@redress/contracts/envelope';
import {
  CheckReport,
  type NumbersPage,
  ReadReport,
  ReadReportNumbers,
  ReadRoundNumbers,
  type ReportCheck,
  type ReportText,
} from '@redress/contracts/inspection/read-report';
import { streamOf } from '@redress/contracts/event';
import type { ReportNumbers } from '@redress/contracts/inspection/report-numbers';
import type { Answer } from '@redress/contracts/query';
import type { Sha256 } from '@redress/contracts/values';
import { fold } from '@redress/eventsourcing/aggregate';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { digestOf } from '../read-round/digest.js';
import { pageOfNumbers } from '../read-round/pages.js';
import { type Counted, RoundNumbers } from '../read-round/round-numbers.js';
import { type KnownReport, reports } from '../report/report.js';
import { compared } from './compare-numbers.js';
import { pinnedNumbers } from './pinned-numbers.js';
import { textOf } from './text-of.js';

const NOT_FOUND = { rejected: 'not-found' } as const;
/** So many numbers that come out otherwise are told. */
const CHANGED = 100;

/** From the log itself, so that whatever position is named is in it. */
@Controller()
export class ReadReportHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly numbers: RoundNumbers,
  ) {}

  @MessagePattern(ReadReport.subject)
  async read(
    @Payload('query') query: ReadReport,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<ReportText>> {
    const found = await this.found(query, actor);
    return found ? textOf(found.report, found.revision) : NOT_FOUND;
  }

  @MessagePattern(ReadReportNumbers.subject)
  async readNumbers(
    @Payload('query') query: ReadReportNumbers,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<NumbersPage>> {
    const found = await this.found(query, actor);
    if (!found) return NOT_FOUND;
    const { roundId, upTo, day, numbersSha256 } = found.report.draft;
    const pinned = pinnedNumbers(found.report);
    if (pinned) return paged({ numbers: pinned, sha256: numbersSha256, upTo }, query.cursor);
    const counted = await this.numbers.of(roundId, { upTo }, day);
    return counted ? paged(counted, query.cursor) : NOT_FOUND;
  }

  /** For whoever sees everything; what is asked of the future is told up to now. */
  @MessagePattern(ReadRoundNumbers.subject)
  async readRound(
    @Payload('query') query: ReadRoundNumbers,
    @Payload('actor') { role }: Actor,
  ): Promise<Answer<NumbersPage>> {
    if (!SEES_EVERYTHING[role]) return NOT_FOUND;
    const end = await this.store.last();
    const { roundId, upTo = end, cursor } = query;
    const day = query.day ?? this.clock.dayOf(this.clock.now());
    const counted = await this.numbers.of(roundId, { upTo: upTo < end ? upTo : end }, day);
    return counted ? paged(counted, cursor) : NOT_FOUND;
  }

  @MessagePattern(CheckReport.subject)
  async check(
    @Payload('query') query: CheckReport,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<ReportCheck>> {
    const found = await this.found(query, actor);
    const issued = found && pinnedNumbers(found.report);
    if (!issued) return NOT_FOUND;
    const { roundId, upTo, day, numbersSha256 } = found.report.draft;
    const { last } = issued.events;
    const counted = await this.numbers.of(roundId, { upTo, ...(last && { last }) }, day);
    return counted ? checkOf(issued, numbersSha256, counted) : NOT_FOUND;
  }

  private async found(
    { reportId, roundId }: ReadReport,
    actor: Actor,
  ): Promise<{ readonly report: KnownReport; readonly revision: number } | undefined> {
    const history = await this.store.read(streamOf(reports, reportId));
    const report = fold(reports, history);
    if (report.status === 'unknown' || report.draft.roundId !== roundId) return undefined;
    if (!mayRead(actor, report)) return undefined;
    return { report, revision: history.length - 1 };
  }
}

/** Drafts are for those who see everything; what is issued, also for units to which it was circulated. */
const mayRead = ({ role, unit }: Actor, { status, readers }: KnownReport): boolean =>
  SEES_EVERYTHING[role] ||
  (role === 'unit' && unit !== undefined && status === 'issued' && readers.has(unit));

const paged = (
  { numbers, sha256, upTo }: Pick<Counted, 'numbers' | 'sha256' | 'upTo'>,
  cursor?: number,
): Answer<NumbersPage> => {
  const page = pageOfNumbers(numbers, cursor);
  return page ? { upTo, sha256, ...page } : NOT_FOUND;
};

const checkOf = (issued: ReportNumbers, issuedSha256: Sha256, { numbers, hasLast }: Counted): ReportCheck => {
  const { counted, changed, ...rest } = compared(issued, numbers);
  const countedSha256 = digestOf(counted);
  // What was pinned is looked at as well: it has to be what its hash says.
  const same = hasLast && countedSha256 === issuedSha256 && digestOf(issued) === issuedSha256;
  const { rule } = numbers;
  return {
    same,
    issuedSha256,
    countedSha256,
    rule,
    ...rest,
    changed: changed.slice(0, CHANGED),
    hasLastEvent: hasLast,
  };
};
