import { EntryRef } from './refs.js';

export const SIGNING_REJECTIONS = [
  'no-such-task',
  'not-the-lead-unit',
  'not-a-head',
  'no-such-close-out',
  'task-is-closed',
  'close-out-replaced',
  'close-out-already-answered',
  'signature-not-awaited',
] as const;
export type SigningRejection = (typeof SIGNING_REJECTIONS)[number];

/** Who leads the lead unit stands for the request that somebody else of the unit made. */
export class SignCloseOut extends EntryRef {
  static readonly subject = 'rectification.sign-close-out';
  static readonly rejections = SIGNING_REJECTIONS;
}
