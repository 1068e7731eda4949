import { AreParts, IsCode, IsId, IsInstant, IsPart, IsReason, IsText, MayBeAbsent } from '../fields.js';
import type { Severity } from '../intake/words.js';
import { EvidenceFile } from '../rectification/evidence-file.js';
import type { EntryId, FindingId, Instant, ItemId, VisitId } from '../values.js';
import { FINDING_REJECTIONS } from './finding-words.js';

/** Which finding; whoever makes it makes up the id. */
export class FindingRef {
  @IsId() readonly findingId!: FindingId;
}

/** Which act on it, under an id that whoever acts makes up. */
export class FindingEntryRef extends FindingRef {
  @IsId() readonly entryId!: EntryId;
}

/** An item of the checklist of the visit, and the entry that answers it. */
export class RestingOn {
  @IsCode() readonly itemId!: ItemId;
  @MayBeAbsent() @IsId() readonly entryId?: EntryId;
}

/** What was established, which rule that violates, how grave it is, what it rests on and what shows it. */
export class FindingWords {
  @IsText(5_000) readonly fact!: string;
  @IsText(2_000) readonly basis!: string;
  /** A name of the policy; rectification refuses one that the policy of the day does not have. */
  @IsCode() readonly severity!: Severity;
  /** None for what was seen besides. */
  @AreParts(() => RestingOn, 0, 200) readonly restsOn!: readonly RestingOn[];
  /** Whoever sends this has made sure that they are stored, and will be until the event is. */
  @AreParts(() => EvidenceFile, 0, 20) readonly files!: readonly EvidenceFile[];
}

/** 督查发现: an inspector of a visit, or who heads the team, puts it on record. `at`: when it was written down, if not now. */
export class RecordFinding extends FindingWords {
  static readonly subject = 'inspection.record-finding';
  static readonly rejections = FINDING_REJECTIONS;
  @IsId() readonly findingId!: FindingId;
  @IsId() readonly visitId!: VisitId;
  @MayBeAbsent() @IsInstant() readonly at?: Instant;
}

/** It says something else from then on; before it is issued. What it said stays in its history. */
export class ChangeFinding extends FindingWords {
  static readonly subject = 'inspection.change-finding';
  static readonly rejections = FINDING_REJECTIONS;
  @IsId() readonly findingId!: FindingId;
  @IsId() readonly entryId!: EntryId;
  @IsReason() readonly reason!: string;
}

/** A part of it becomes another finding, which has the id that the caller makes up; `left` is what this one says then. */
export class SplitFinding extends FindingEntryRef {
  static readonly subject = 'inspection.split-finding';
  static readonly rejections = FINDING_REJECTIONS;
  @IsId() readonly newFindingId!: FindingId;
  @IsPart(() => FindingWords) readonly left!: FindingWords;
  @IsPart(() => FindingWords) readonly part!: FindingWords;
  @IsReason() readonly reason!: string;
}

/** It becomes part of another finding of the same unit, and is issued with that. */
export class JoinFinding extends FindingEntryRef {
  static readonly subject = 'inspection.join-finding';
  static readonly rejections = FINDING_REJECTIONS;
  @IsId() readonly into!: FindingId;
  @IsReason() readonly reason!: string;
}

/** It is on its own again: `entryId` is that of the joining. */
export class PartFinding extends FindingEntryRef {
  static readonly subject = 'inspection.part-finding';
  static readonly rejections = FINDING_REJECTIONS;
  @IsReason() readonly reason!: string;
}

/** It does not hold. What rests on an item that failed and must have a finding stays, as long as the item fails. */
export class WithdrawFinding extends FindingEntryRef {
  static readonly subject = 'inspection.withdraw-finding';
  static readonly rejections = FINDING_REJECTIONS;
  @IsReason() readonly reason!: string;
}
