import { ApiProperty } from '@nestjs/swagger';
import {
  AreIds,
  IsBoolean,
  IsCount,
  IsDay,
  IsId,
  IsInstant,
  IsOneOf,
  IsPart,
  IsPosition,
  IsSha256,
  IsText,
  MayBeAbsent,
} from '../fields.js';
import { Listing, pageOf, Reading } from '../query.js';
import type { Day, Instant, PersonId, Position, ReportId, RoundId, Sha256 } from '../values.js';
import { Figure, ReportNumbers } from './report-numbers.js';
import { REPORT_STATUSES, type ReportStatus } from './report-words.js';

/** A report in a list. */
export class ReportRow {
  @IsId() readonly id!: ReportId;
  @IsId() readonly roundId!: RoundId;
  @IsText(200) readonly title!: string;
  @IsOneOf(REPORT_STATUSES) readonly status!: ReportStatus;
  @MayBeAbsent() @IsText(60) readonly number?: string;
  @IsInstant() readonly draftedAt!: Instant;
  @MayBeAbsent() @IsDay() readonly issuedOn?: Day;
  @AreIds(1, 20) readonly signatories!: readonly PersonId[];
  @AreIds(0, 20) readonly signed!: readonly PersonId[];
  /** To how many units it was circulated. */
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly circulated!: number;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly revision!: number;
}

/** The reports of a round, the last first. A unit sees what was issued and circulated to it. */
export class ListReports extends Listing {
  static readonly subject = 'inspection.list-reports';
  static readonly reply = pageOf(ReportRow);
  @IsId() readonly roundId!: RoundId;
}

export class ReportSignature {
  @IsId() readonly person!: PersonId;
  @MayBeAbsent() @IsDay() readonly on?: Day;
}

/** A report with what people wrote; its numbers are read apart. */
export class ReportText {
  @IsId() readonly id!: ReportId;
  @IsId() readonly roundId!: RoundId;
  @IsOneOf(REPORT_STATUSES) readonly status!: ReportStatus;
  @IsText(200) readonly title!: string;
  @IsText(100) readonly issuer!: string;
  @MayBeAbsent() @IsText(500) readonly addressees?: string;
  @IsText(10_000) readonly summary!: string;
  @IsText(10_000) readonly assessment!: string;
  @IsText(10_000) readonly requirements!: string;
  /** Each who is to sign, and when each did. */
  @ApiProperty({ type: [ReportSignature] }) readonly signatures!: readonly ReportSignature[];
  @MayBeAbsent() @IsText(60) readonly number?: string;
  @MayBeAbsent() @IsDay() readonly issuedOn?: Day;
  @IsPosition() readonly upTo!: Position;
  @IsDay() readonly day!: Day;
  @IsCount(1, 1_000) readonly rule!: number;
  /** Of the draft: what a signature names. */
  @IsSha256() readonly sha256!: Sha256;
  /** Of the numbers alone. */
  @IsSha256() readonly numbersSha256!: Sha256;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly revision!: number;
}

class ReportReading extends Reading {
  @IsId() readonly roundId!: RoundId;
  @IsId() readonly reportId!: ReportId;
}

export class ReadReport extends ReportReading {
  static readonly subject = 'inspection.read-report';
  static readonly reply = ReportText;
}

/** Some of the numbers, as many as fit; `next` is the `cursor` of the page that follows. */
export class NumbersPage {
  @IsPosition() readonly upTo!: Position;
  @IsSha256() readonly sha256!: Sha256;
  @IsPart(() => ReportNumbers) readonly numbers!: ReportNumbers;
  @MayBeAbsent() @IsCount(1, 1_000_000) readonly next?: number;
}

/** The numbers of a report: pinned once it is issued, counted as it was drafted before. */
export class ReadReportNumbers extends ReportReading {
  static readonly subject = 'inspection.read-report-numbers';
  static readonly reply = NumbersPage;
  @MayBeAbsent() @IsCount(0, 1_000_000) readonly cursor?: number;
}

/** The numbers of a round as the log has them now, or had them up to a position; what is late, is late on a day. */
export class ReadRoundNumbers extends Reading {
  static readonly subject = 'inspection.read-round-numbers';
  static readonly reply = NumbersPage;
  @IsId() readonly roundId!: RoundId;
  @MayBeAbsent() @IsPosition() readonly upTo?: Position;
  @MayBeAbsent() @IsDay() readonly day?: Day;
  @MayBeAbsent() @IsCount(0, 1_000_000) readonly cursor?: number;
}

/** A number that comes out otherwise than it was issued, or only one time of the two. */
export class ChangedFigure {
  @MayBeAbsent() @IsPart(() => Figure) readonly issued?: Figure;
  @MayBeAbsent() @IsPart(() => Figure) readonly counted?: Figure;
}

/** Whether an issued report comes out of the log again, number by number. */
export class ReportCheck {
  /** All of it: numbers, where they come from, what is told in words, and the hash. */
  @IsBoolean() readonly same!: boolean;
  @IsSha256() readonly issuedSha256!: Sha256;
  @IsSha256() readonly countedSha256!: Sha256;
  /** By which version of the rule both were counted. */
  @IsCount(1, 1_000) readonly rule!: number;
  /** How many numbers were compared, and how many are the same. */
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly figures!: number;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly sameFigures!: number;
  /** At most a hundred of the others. */
  @ApiProperty({ type: [ChangedFigure] }) readonly changed!: readonly ChangedFigure[];
  /** What is told in words is the same, event for event. */
  @IsBoolean() readonly sameNotes!: boolean;
  /** False where the log was moved to another store: the same events, by their ids, at other positions. */
  @IsBoolean() readonly samePositions!: boolean;
  /** The last event that was counted then is in the log. */
  @IsBoolean() readonly hasLastEvent!: boolean;
}

export class CheckReport extends ReportReading {
  static readonly subject = 'inspection.check-report';
  static readonly reply = ReportCheck;
}
