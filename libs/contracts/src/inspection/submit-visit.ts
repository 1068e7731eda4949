import { IsId, IsReason } from '../fields.js';
import type { EntryId } from '../values.js';
import { VisitRef } from './plan-visit.js';
import { VISIT_REJECTIONS } from './visit-words.js';

/** Who heads the team puts a name to it, once every item is answered; to a self-check, who leads the unit. */
export class SignVisit extends VisitRef {
  static readonly subject = 'inspection.sign-visit';
  static readonly rejections = VISIT_REJECTIONS;
}

/** From then on nothing is changed in it, unless the office opens it again. */
export class SubmitVisit extends VisitRef {
  static readonly subject = 'inspection.submit-visit';
  static readonly rejections = VISIT_REJECTIONS;
}

/** The office gives it back, and says why; it is signed and submitted anew. */
export class ReopenVisit extends VisitRef {
  static readonly subject = 'inspection.reopen-visit';
  static readonly rejections = VISIT_REJECTIONS;
  @IsId() readonly entryId!: EntryId;
  @IsReason() readonly reason!: string;
}
