import { IsBoolean, IsId, IsOneOf, IsText, MayBeAbsent } from '../fields.js';
import { Reading } from '../query.js';
import type { EntryId, TaskId } from '../values.js';
import { ObjectionRef } from './refs.js';
import { OBJECTION_STATUSES } from './words.js';

export const OBJECTING_REJECTIONS = [
  'no-such-notice',
  'notice-is-over',
  'notice-is-full',
  'objection-id-is-taken',
] as const;
export type ObjectingRejection = (typeof OBJECTING_REJECTIONS)[number];

/** Anybody says, while the task is on notice, that it is not so. Nothing of whoever says it is kept. */
export class RaiseObjection extends ObjectionRef {
  static readonly subject = 'rectification.raise-objection';
  static readonly rejections = OBJECTING_REJECTIONS;
  @IsText(2_000) readonly text!: string;
}

export const OBJECTION_ANSWER_REJECTIONS = [
  'no-such-task',
  'not-the-office',
  'answerer-is-unnamed',
  'answerer-of-a-responsible-unit',
  'answerer-answers-for-the-task',
  'no-such-objection',
  'objection-already-answered',
  'objection-overtaken',
] as const;
export type ObjectionAnswerRejection = (typeof OBJECTION_ANSWER_REJECTIONS)[number];

/** The office, by somebody who has no part in the task: the objection is right, and the work goes on, or it is not. */
export class AnswerObjection extends ObjectionRef {
  static readonly subject = 'rectification.answer-objection';
  static readonly rejections = OBJECTION_ANSWER_REJECTIONS;
  @IsBoolean() readonly upheld!: boolean;
  /** For whoever objected, and for anybody who has the id of the objection. */
  @IsText(20_000) readonly answer!: string;
}

/** `overtaken`: nobody answered before the request that it speaks against fell, to another objection or a newer request. */
export const OBJECTION_STANDINGS = [...OBJECTION_STATUSES, 'overtaken'] as const;
export type ObjectionStanding = (typeof OBJECTION_STANDINGS)[number];

/** What became of an objection; what it says is for whoever may see the task. */
export class PublicObjection {
  @IsId() readonly objectionId!: EntryId;
  @IsOneOf(OBJECTION_STANDINGS) readonly status!: ObjectionStanding;
  @MayBeAbsent() @IsText(20_000) readonly answer?: string;
}

/** For whoever has the id. */
export class ReadObjection extends Reading {
  static readonly subject = 'rectification.read-objection';
  static readonly reply = PublicObjection;
  @IsId() readonly taskId!: TaskId;
  @IsId() readonly objectionId!: EntryId;
}
