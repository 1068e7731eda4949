import { ApiProperty } from '@nestjs/swagger';
import type { Actor } from '../envelope.js';
import { Written } from '../command.js';
import { IsBoolean, IsCount, IsId, IsOneOf, IsReason, MayBeAbsent } from '../fields.js';
import { Reading } from '../query.js';
import type { HoldId, KeyId, PersonId } from '../values.js';

/** The services that keep what is personal, and confirm that they have forgotten somebody. */
export const KEEPERS = ['directory', 'intake', 'inspection', 'identity'] as const;
export type Keeper = (typeof KEEPERS)[number];

/** Why somebody is erased: they asked; it is needed no more; it should never have been kept; somebody entitled ordered it. */
export const ERASURE_GROUNDS = ['asked-for', 'no-longer-needed', 'kept-unlawfully', 'ordered'] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];

export const ERASURE_REJECTIONS = [
  'nobody-with-this-id',
  'not-the-office',
  'not-the-leading-group',
  'on-legal-hold',
  'no-such-hold',
  'hold-is-another',
  'erasure-not-proposed',
  'erasure-proposed-already',
  'proposed-by-oneself',
  'already-erased',
] as const;
export type ErasureRejection = (typeof ERASURE_REJECTIONS)[number];

/** Somebody of the register, or by the entry of a visit, somebody whom inspectors met. */
export class PersonById {
  @IsId() readonly personId!: PersonId;
}

class HoldRef extends PersonById {
  @IsId() readonly holdId!: HoldId;
}

/** As long as one holds, the person is not erased: a court, an inquiry, a review. */
export class SetLegalHold extends HoldRef {
  static readonly subject = 'directory.set-legal-hold';
  static readonly rejections = ERASURE_REJECTIONS;
  @IsReason() readonly reason!: string;
}

export class LiftLegalHold extends HoldRef {
  static readonly subject = 'directory.lift-legal-hold';
  static readonly rejections = ERASURE_REJECTIONS;
  @IsReason() readonly reason!: string;
}

export class ProposeErasure extends PersonById {
  static readonly subject = 'directory.propose-erasure';
  static readonly rejections = ERASURE_REJECTIONS;
  @IsOneOf(ERASURE_GROUNDS) readonly ground!: ErasureGround;
  @IsReason() readonly reason!: string;
}

export class RefuseErasure extends PersonById {
  static readonly subject = 'directory.refuse-erasure';
  static readonly rejections = ERASURE_REJECTIONS;
  @IsReason() readonly reason!: string;
}

/** By somebody else than who proposed it. */
export class ApproveErasure extends PersonById {
  static readonly subject = 'directory.approve-erasure';
  static readonly rejections = ERASURE_REJECTIONS;
}

export class ExportRecorded extends Written {
  /** Under which what is theirs is sealed. */
  @ApiProperty({ type: [String] }) readonly keys!: readonly KeyId[];
}

/** Before anything is given out. */
export class RecordExport extends PersonById {
  static readonly subject = 'directory.record-export';
  static readonly rejections = ERASURE_REJECTIONS;
  static readonly reply = ExportRecorded;
}

/** Whether somebody may have everything about a person: that person, the office, and the auditor. */
export const mayHaveAllAbout = (personId: PersonId, { role, person }: Actor): boolean =>
  person === personId || role === 'office' || role === 'auditor';

export const ERASURE_STATUSES = ['kept', 'proposed', 'approved', 'erased'] as const;
export type ErasureStatus = (typeof ERASURE_STATUSES)[number];

export class HoldView {
  @IsId() readonly holdId!: HoldId;
  @IsReason() readonly reason!: string;
  @MayBeAbsent() @IsReason() readonly lifted?: string;
}

/** What a service confirmed: rows of so many streams are without so many texts; so many older events are in clear. */
export class ConfirmationView {
  @IsOneOf(KEEPERS) readonly service!: Keeper;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly streams!: number;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly texts!: number;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly inClear!: number;
}

/** How it stands with erasing somebody, and in the end the report: what is gone from where, and what remains and why. */
export class ErasureReport {
  @IsOneOf(ERASURE_STATUSES) readonly status!: ErasureStatus;
  @MayBeAbsent() @IsOneOf(ERASURE_GROUNDS) readonly ground?: ErasureGround;
  @MayBeAbsent() @IsReason() readonly reason?: string;
  @ApiProperty({ type: [HoldView] }) readonly holds!: readonly HoldView[];
  /** Keys that were destroyed. */
  @IsCount(0, 1_000) readonly keys!: number;
  @ApiProperty({ type: [ConfirmationView] }) readonly confirmed!: readonly ConfirmationView[];
  @ApiProperty({ enum: [...KEEPERS], isArray: true }) readonly waitingFor!: readonly Keeper[];
  /** Only when every service has confirmed. */
  @IsBoolean() readonly complete!: boolean;
  @ApiProperty({ type: [String] }) readonly remains!: readonly string[];
}

/** For the office, the leading group and the auditor. */
export class ReadErasure extends Reading {
  static readonly subject = 'directory.read-erasure';
  static readonly reply = ErasureReport;
  @IsId() readonly personId!: PersonId;
}
