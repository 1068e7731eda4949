import { IsPart, IsText, MayBeAbsent } from '../fields.js';
import { EvidenceFile } from './evidence-file.js';
import { EntryRef } from './refs.js';

export const EVIDENCE_REJECTIONS = [
  'no-such-task',
  'not-a-responsible-unit',
  'not-planned-yet',
  'task-is-closed',
  'entry-id-is-taken',
] as const;
export type EvidenceRejection = (typeof EVIDENCE_REJECTIONS)[number];

/**
 * A note that shows what was done, alone or with a file. It is known by the SHA-256 of the file's bytes, a note alone by
 * that of its UTF-8 bytes. Whoever sends this has made sure that the file is stored, and will be until the event is.
 */
export class AttachEvidence extends EntryRef {
  static readonly subject = 'rectification.attach-evidence';
  static readonly rejections = EVIDENCE_REJECTIONS;
  @IsText(20_000) readonly note!: string;
  @MayBeAbsent() @IsPart(() => EvidenceFile) readonly file?: EvidenceFile;
}
