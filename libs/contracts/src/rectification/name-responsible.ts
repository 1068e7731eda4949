import { IsId, IsReason } from '../fields.js';
import type { PersonId } from '../values.js';
import { EntryRef } from './refs.js';

export const NAMING_REJECTIONS = [
  'no-such-task',
  'not-the-lead-unit',
  'entry-id-is-taken',
  'not-accepted-yet',
  'task-is-closed',
  'already-responsible',
  'responsible-is-elsewhere',
] as const;
export type NamingRejection = (typeof NAMING_REJECTIONS)[number];

/** The lead unit names another person who answers for the task from now on. */
export class NameResponsible extends EntryRef {
  static readonly subject = 'rectification.name-responsible';
  static readonly rejections = NAMING_REJECTIONS;
  @IsId() readonly responsible!: PersonId;
  @IsReason() readonly reason!: string;
}
