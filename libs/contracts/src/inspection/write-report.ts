import { AreIds, IsDay, IsId, IsPosition, IsSha256, IsText, MayBeAbsent } from '../fields.js';
import type { Day, PersonId, Position, ReportId, Sha256, UnitId } from '../values.js';
import { NAMED_LIMIT, RoundRef } from './plan-round.js';
import { REPORT_REJECTIONS } from './report-words.js';

export class ReportRef extends RoundRef {
  @IsId() readonly reportId!: ReportId;
}

/** What people write in a report, and who is to sign it. */
export class ReportTexts extends ReportRef {
  @IsText(200) readonly title!: string;
  /** Who reports, as it stands at the head. */
  @IsText(100) readonly issuer!: string;
  /** To whom it goes. */
  @MayBeAbsent() @IsText(500) readonly addressees?: string;
  @IsText(10_000) readonly summary!: string;
  @IsText(10_000) readonly assessment!: string;
  @IsText(10_000) readonly requirements!: string;
  @AreIds(1, 20) readonly signatories!: PersonId[];
}

/**
 * By the office or the head of a team of the round. Drafted anew, nobody has signed it. The numbers are those that the log
 * has now; or up to a position, for a day.
 */
export class DraftReport extends ReportTexts {
  static readonly subject = 'inspection.draft-report';
  static readonly rejections = REPORT_REJECTIONS.draft;
  @MayBeAbsent() @IsPosition() readonly upTo?: Position;
  @MayBeAbsent() @IsDay() readonly day?: Day;
}

/** Somebody who was named puts a name to a draft, which is known by its hash: to these texts and these numbers. */
export class SignReport extends ReportRef {
  static readonly subject = 'inspection.sign-report';
  static readonly rejections = REPORT_REJECTIONS.sign;
  @IsSha256() readonly sha256!: Sha256;
}

/** Once all have signed. From then on nothing changes it. */
export class IssueReport extends ReportRef {
  static readonly subject = 'inspection.issue-report';
  static readonly rejections = REPORT_REJECTIONS.issue;
  /** 文号: 督查专报〔2026〕3号. */
  @IsText(60) readonly number!: string;
}

/** The office lets units see an issued report: these, or all of the round. */
export class CirculateReport extends ReportRef {
  static readonly subject = 'inspection.circulate-report';
  static readonly rejections = REPORT_REJECTIONS.circulate;
  @MayBeAbsent() @AreIds(1, NAMED_LIMIT) readonly units?: UnitId[];
}
