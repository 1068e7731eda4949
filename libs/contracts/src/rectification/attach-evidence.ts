import { IsText } from '../fields.js';
import { EntryRef } from './refs.js';

export const EVIDENCE_REJECTIONS = [
  'no-such-task',
  'not-a-responsible-unit',
  'not-planned-yet',
  'task-is-closed',
  'entry-id-is-taken',
] as const;
export type EvidenceRejection = (typeof EVIDENCE_REJECTIONS)[number];

/** A note that shows what was done. It is known by the SHA-256 of its UTF-8 bytes. */
export class AttachEvidence extends EntryRef {
  static readonly subject = 'rectification.attach-evidence';
  static readonly rejections = EVIDENCE_REJECTIONS;
  @IsText(20_000) readonly note!: string;
}
