import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import type { ReportRejection } from '@redress/contracts/inspection/report-words';
import {
  CirculateReport,
  DraftReport,
  IssueReport,
  SignReport,
} from '@redress/contracts/inspection/write-report';
import type { RoundId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { Directory } from '../organisation/directory.js';
import { digestOf } from '../read-round/digest.js';
import { piecesOf } from '../read-round/pages.js';
import { RoundNumbers } from '../read-round/round-numbers.js';
import { reports } from '../report/report.js';
import { type KnownRound, rounds } from '../round/round.js';
import { draftReport, textsOf } from './draft-report.js';
import { circulateReport, issueReport, signReport } from './write-report.js';
import { Writers } from './writers.js';

type Reply<Command extends 'draft' | 'sign' | 'issue' | 'circulate'> = Promise<
  Outcome<ReportRejection<Command>>
>;

@Controller()
export class WriteReportHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly numbers: RoundNumbers,
    private readonly writers: Writers,
    private readonly directory: Directory,
  ) {}

  @MessagePattern(DraftReport.subject)
  async draft(
    @Payload('command') command: DraftReport,
    @Payload('envelope') envelope: Envelope,
  ): Reply<'draft'> {
    const { reportId, roundId, signatories } = command;
    const today = this.clock.dayOf(envelope.happenedAt);
    const end = await this.store.last();
    const { upTo = end, day = today } = command;
    const round = await this.round(roundId);
    const mayWrite = round !== undefined && (await this.writers.mayWrite(round, envelope.actor, today));
    const known = mayWrite ? signatories.map((person) => this.directory.isKnown(person, today)) : [];
    const areKnown = (await Promise.all(known)).every(Boolean);
    const isToCount = mayWrite && upTo <= end;
    const found = isToCount ? await this.numbers.of(roundId, { upTo }, day) : undefined;
    const counted = found && {
      upTo,
      day,
      rule: found.numbers.rule,
      events: found.numbers.events,
      numbersSha256: found.sha256,
    };
    // What a signature stands for: every word and every number.
    const sha256 = digestOf({ ...textsOf(command), numbersSha256: counted?.numbersSha256 ?? null });
    const ground = { isThere: round !== undefined, mayWrite, areKnown, today, end, counted, sha256 };
    return transact(this.store, reports, reportId, envelope, draftReport(command, ground));
  }

  @MessagePattern(SignReport.subject)
  sign(@Payload('command') command: SignReport, @Payload('envelope') envelope: Envelope): Reply<'sign'> {
    const { actor, happenedAt } = envelope;
    const decide = signReport(command, actor, this.clock.dayOf(happenedAt));
    return transact(this.store, reports, command.reportId, envelope, decide);
  }

  @MessagePattern(IssueReport.subject)
  async issue(
    @Payload('command') command: IssueReport,
    @Payload('envelope') envelope: Envelope,
  ): Reply<'issue'> {
    const { reportId, roundId } = command;
    const [report, round] = await Promise.all([load(this.store, reports, reportId), this.round(roundId)]);
    if (report.status === 'unknown' || !round) return { rejected: 'no-such-report' };
    const { upTo, day } = report.draft;
    const on = this.clock.dayOf(envelope.happenedAt);
    const [mayWrite, counted] = await Promise.all([
      this.writers.mayWrite(round, envelope.actor, on),
      this.numbers.of(report.draft.roundId, { upTo }, day),
    ]);
    const { numbers, sha256: numbersSha256 } = counted ?? {};
    const ground = { mayWrite, on, numbers, numbersSha256, pieces: numbers ? piecesOf(numbers) : [] };
    return transact(this.store, reports, reportId, envelope, issueReport(command, envelope.actor, ground));
  }

  @MessagePattern(CirculateReport.subject)
  async circulate(
    @Payload('command') command: CirculateReport,
    @Payload('envelope') envelope: Envelope,
  ): Reply<'circulate'> {
    const { reportId, roundId } = command;
    const round = await this.round(roundId);
    const units = command.units ?? [...(round?.scope.keys() ?? [])];
    const decide = circulateReport(command, envelope.actor, units);
    return transact(this.store, reports, reportId, envelope, decide);
  }

  private async round(roundId: RoundId): Promise<KnownRound | undefined> {
    const round = await load(this.store, rounds, roundId);
    return round.status === 'unknown' ? undefined : round;
  }
}
