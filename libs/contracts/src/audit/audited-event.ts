import { ApiProperty, PickType } from '@nestjs/swagger';
import { Actor } from '../envelope.js';
import type { JsonObject } from '../event.js';
import { IsCount, IsId, IsInstant, IsPart, IsPosition, IsText, MayBeAbsent } from '../fields.js';
import { Listing, pageOf } from '../query.js';
import type { CaseId, Instant, MessageId, PersonId, Position } from '../values.js';

/** An event as its service recorded it: who did what when, in which post, and what led to it. */
export class AuditedEvent {
  @IsId() readonly id!: MessageId;
  @IsId() readonly caseId!: CaseId;
  @IsText(40) readonly service!: string;
  @IsText(100) readonly stream!: string;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly revision!: number;
  /** In the store of its service; positions of two services do not compare. */
  @IsPosition() readonly position!: Position;
  @IsText(100) readonly type!: string;
  @IsCount(1, Number.MAX_SAFE_INTEGER) readonly version!: number;
  @ApiProperty({ type: 'object', additionalProperties: true }) readonly data!: JsonObject;
  /** What of the data is about one person and lies sealed in the log, by its paths: `name`, `parts.0.text`. */
  @ApiProperty({ type: [String], required: false }) readonly personal?: readonly string[];
  @IsPart(() => Actor) readonly actor!: Actor;
  /** The actor's, once more, since events are found by it. */
  @MayBeAbsent() @IsId() readonly person?: PersonId;
  @IsInstant() readonly happenedAt!: Instant;
  @IsInstant() readonly recordedAt!: Instant;
  /** The command or event that led here. */
  @IsId() readonly causationId!: MessageId;
}

/**
 * What was recorded, by service, type, person, case and time; for the auditor alone. It has neither words to find nor a
 * position to wait for: events are kept as they are, and positions of two services do not compare.
 */
export class ListEvents extends PickType(Listing, ['limit', 'cursor', 'order']) {
  static readonly subject = 'audit.list-events';
  static readonly reply = pageOf(AuditedEvent);
  @MayBeAbsent() @IsText(40) readonly service?: string;
  @MayBeAbsent() @IsText(100) readonly type?: string;
  @MayBeAbsent() @IsId() readonly person?: PersonId;
  @MayBeAbsent() @IsId() readonly caseId?: CaseId;
  /** Recorded at this moment or later. */
  @MayBeAbsent() @IsInstant() readonly from?: Instant;
  /** Recorded at this moment or earlier. */
  @MayBeAbsent() @IsInstant() readonly to?: Instant;
}
