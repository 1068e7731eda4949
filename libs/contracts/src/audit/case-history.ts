import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsId } from '../fields.js';
import type { CaseId } from '../values.js';
import { AuditedEvent } from './audited-event.js';

/** Everything that was recorded of one case, by every service, in the order of recording. */
export class CaseHistory {
  @IsId() readonly caseId!: CaseId;
  @ApiProperty({ type: [AuditedEvent] }) readonly entries!: readonly AuditedEvent[];
  /** Every stream of the case is there from its first event on without a gap. */
  @IsBoolean() readonly complete!: boolean;
}

/** A case is known by the id of the opinion that it began with. */
export class FindCaseHistory {
  static readonly subject = 'audit.find-case-history';
  static readonly reply = CaseHistory;
  @IsId() readonly caseId!: CaseId;
}
