import { ApiProperty } from '@nestjs/swagger';
import { IsText, MayBeAbsent } from '../fields.js';
import type { Position } from '../values.js';

/** What the audit holds of one service. Its positions are dense, so that a gap is something that did not arrive yet. */
export class HeldOfService {
  @ApiProperty({ type: String }) readonly service!: string;
  @ApiProperty({ type: 'integer' }) readonly events!: number;
  /** The last position that was seen. */
  @ApiProperty({ type: String }) readonly last!: Position;
  /** Up to here nothing is missing. */
  @ApiProperty({ type: String }) readonly wholeUpTo!: Position;
}

export class AuditStatus {
  @ApiProperty({ type: [HeldOfService] }) readonly services!: readonly HeldOfService[];
}

/** Of all services, or of one. */
export class FindAuditStatus {
  static readonly subject = 'audit.status';
  static readonly reply = AuditStatus;
  @MayBeAbsent() @IsText(40) readonly service?: string;
}
