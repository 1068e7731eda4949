import { IsText } from '../fields.js';
import { EntryRef } from './refs.js';

/** Why no line is struck off on a close-out request, nor shown to the public before. */
export const UNUSABLE_REQUEST = [
  'no-such-close-out',
  'close-out-replaced',
  'close-out-not-verified',
  'close-out-rejected',
  'close-out-objected',
  'close-out-already-used',
  'evidence-changed',
] as const;
export type UnusableRequest = (typeof UNUSABLE_REQUEST)[number];

export const CLOSING_REJECTIONS = [
  'no-such-task',
  'task-is-closed',
  'not-the-office',
  'already-closed',
  ...UNUSABLE_REQUEST,
  'notice-not-published',
  'notice-not-over',
  'objection-unanswered',
] as const;
export type ClosingRejection = (typeof CLOSING_REJECTIONS)[number];

/** The office strikes the line off, on one verified request and its evidence; the outcome is for the submitters. */
export class CloseTask extends EntryRef {
  static readonly subject = 'rectification.close-task';
  static readonly rejections = CLOSING_REJECTIONS;
  @IsText(20_000) readonly outcome!: string;
}
