import { IntersectionType } from '@nestjs/swagger';
import { IsDay, IsId, IsOneOf, IsText, MayBeAbsent } from '../fields.js';
import { pageOf } from '../query.js';
import type { Day, UnitId } from '../values.js';
import { DeskListing, ToBeJudged } from './judges.js';
import { TaskRow } from './ledger.js';
import { EntryRef } from './refs.js';
import { LOOK_BACK_FINDINGS, type LookBackFinding } from './words.js';

export const LOOK_BACK_REJECTIONS = [
  'no-such-task',
  'not-a-verifier',
  'verifier-is-unnamed',
  'verifier-of-a-responsible-unit',
  'verifier-answers-for-the-task',
  'verifier-is-recused',
  'entry-id-is-taken',
  'not-closed',
  'seen-before-the-closing',
  'seen-in-the-future',
] as const;
export type LookBackRejection = (typeof LOOK_BACK_REJECTIONS)[number];

/** 回头看: somebody independent saw, after the closing, whether the fix lasts. Whoever records it makes up the id. */
export class RecordLookBack extends EntryRef {
  static readonly subject = 'rectification.record-look-back';
  static readonly rejections = LOOK_BACK_REJECTIONS;
  @IsOneOf(LOOK_BACK_FINDINGS) readonly found!: LookBackFinding;
  @IsText(20_000) readonly seen!: string;
  @IsText(200) readonly where!: string;
  @IsDay() readonly on!: Day;
}

/** A closed task at which somebody has to look. */
export class DueLookBack extends IntersectionType(TaskRow, ToBeJudged) {}

/** The closed tasks at which somebody has to look by a day, today unless it is named, what is due longest first. */
export class ReadLookBacks extends DeskListing {
  static readonly subject = 'rectification.read-look-backs';
  static readonly reply = pageOf(DueLookBack);
  @MayBeAbsent() @IsDay() readonly due?: Day;
  @MayBeAbsent() @IsId() readonly leadUnit?: UnitId;
}
