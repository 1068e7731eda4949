import { IsText } from '../fields.js';
import { EntryRef } from './refs.js';

export const REMINDER_REJECTIONS = [
  'no-such-task',
  'not-the-office',
  'entry-id-is-taken',
  'task-is-returned',
  'task-is-closed',
] as const;
export type ReminderRejection = (typeof REMINDER_REJECTIONS)[number];

/** 催办: the office reminds the lead unit of what it owes. */
export class RemindTask extends EntryRef {
  static readonly subject = 'rectification.remind-task';
  static readonly rejections = REMINDER_REJECTIONS;
  @IsText(2_000) readonly text!: string;
}
