import { IsId } from '../fields.js';
import type { PersonId } from '../values.js';
import { TaskRef } from './refs.js';

export const ACCEPTANCE_REJECTIONS = [
  'no-such-task',
  'task-is-closed',
  'not-the-lead-unit',
  'task-is-returned',
  'already-accepted',
  'responsible-is-elsewhere',
] as const;
export type AcceptanceRejection = (typeof ACCEPTANCE_REJECTIONS)[number];

/** The lead unit takes the task on and names who answers for it. */
export class AcceptTask extends TaskRef {
  static readonly subject = 'rectification.accept-task';
  static readonly rejections = ACCEPTANCE_REJECTIONS;
  @IsId() readonly responsible!: PersonId;
}
