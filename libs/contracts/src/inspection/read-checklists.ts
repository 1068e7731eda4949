import { IsCount, IsId, IsInstant, IsText, MayBeAbsent } from '../fields.js';
import { Listing, pageOf, Reading } from '../query.js';
import type { ChecklistId, Instant, PersonId } from '../values.js';
import { ChecklistContent } from './checklist.js';

/** A checklist as it was last published, without its items. */
export class ChecklistRow {
  @IsId() readonly id!: ChecklistId;
  @IsText(500) readonly en!: string;
  @IsText(500) readonly zh!: string;
  @IsCount(1, Number.MAX_SAFE_INTEGER) readonly version!: number;
  @IsCount(1, 10_000) readonly items!: number;
  /** Of how many a failure must become a finding. */
  @IsCount(0, 10_000) readonly mustFind!: number;
  @IsInstant() readonly publishedAt!: Instant;
  /** Absent for those that came with the program. */
  @MayBeAbsent() @IsId() readonly publishedBy?: PersonId;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly revision!: number;
}

/** All checklists, by their English title. Everybody may read them: by them they are inspected, and inspect themselves. */
export class ListChecklists extends Listing {
  static readonly subject = 'inspection.list-checklists';
  static readonly reply = pageOf(ChecklistRow);
}

export class ChecklistView extends ChecklistContent {
  @IsId() readonly id!: ChecklistId;
  @IsCount(1, Number.MAX_SAFE_INTEGER) readonly version!: number;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly revision!: number;
}

/** A version of a checklist, the last unless one is named. */
export class SeeChecklist extends Reading {
  static readonly subject = 'inspection.see-checklist';
  static readonly reply = ChecklistView;
  @IsId() readonly checklistId!: ChecklistId;
  @MayBeAbsent() @IsCount(1, 1_000_000) readonly version?: number;
}
