import { ApiProperty } from '@nestjs/swagger';
import { Actor } from '../envelope.js';
import { AreIds, IsId, IsInstant, IsPart, IsText, MayBeAbsent } from '../fields.js';
import { Listing, pageOf } from '../query.js';
import type { Instant, MatterId, PersonId, ReadingId } from '../values.js';

export const READING_REJECTIONS = ['nobody-who-reads'] as const;
export type ReadingRejection = (typeof READING_REJECTIONS)[number];

/** So many ids in one record; of more there are several. */
export const SHOWN_LIMIT = 1_000;

/** That something about identified people is shown to whoever acts; before it is. */
export class RecordReading {
  static readonly subject = 'directory.record-reading';
  static readonly rejections = READING_REJECTIONS;
  @IsId() readonly readingId!: ReadingId;
  @IsText(200) readonly route!: string;
  @IsText(100) readonly question!: string;
  @AreIds(0, SHOWN_LIMIT) readonly people!: PersonId[];
  @AreIds(0, SHOWN_LIMIT) readonly matters!: MatterId[];
}

/** Who was shown what about whom, and when; nothing of what it was. */
export class ReadingRow {
  @IsId() readonly id!: ReadingId;
  @IsInstant() readonly at!: Instant;
  /** In which post, and for whom, they read. */
  @IsPart(() => Actor) readonly reader!: Actor;
  @IsText(200) readonly route!: string;
  @IsText(100) readonly question!: string;
  @ApiProperty({ type: [String], format: 'uuid' }) readonly people!: readonly PersonId[];
  /** Opinions, visits and so on of which something was shown that does not say whose it is. */
  @ApiProperty({ type: [String], format: 'uuid' }) readonly matters!: readonly MatterId[];
}

/** For the auditor alone; the last first unless told otherwise. */
export class ListReadings extends Listing {
  static readonly subject = 'directory.list-readings';
  static readonly reply = pageOf(ReadingRow);
  /** About whom. */
  @MayBeAbsent() @IsId() readonly person?: PersonId;
  /** By whom. */
  @MayBeAbsent() @IsId() readonly reader?: PersonId;
  @MayBeAbsent() @IsText(200) readonly route?: string;
  @MayBeAbsent() @IsInstant() readonly from?: Instant;
  @MayBeAbsent() @IsInstant() readonly to?: Instant;
}
