import { AreIds, AreParts, IsId, MayBeAbsent } from '../fields.js';
import { Act } from '../inspection/recusal-acts.js';
import type { CaseId, TaskId } from '../values.js';

export class Acts {
  @AreParts(() => Act, 0, 100_000) readonly acts!: readonly Act[];
}

/** Who judged these tasks, or those of a case, on which day, and what was known of them then. Asked by services alone. */
export class FindActs {
  static readonly subject = 'rectification.find-acts';
  static readonly reply = Acts;
  @MayBeAbsent() @AreIds(1, 200) readonly tasks?: readonly TaskId[];
  @MayBeAbsent() @IsId() readonly caseId?: CaseId;
}
