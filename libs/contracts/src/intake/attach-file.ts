import { IsCount, IsId, IsInstant, IsSha256, IsText } from '../fields.js';
import { FileNaming } from '../rectification/named-file.js';
import type { EntryId, Instant, Sha256 } from '../values.js';
import { OpinionRef, ReceiptRef } from './refs.js';

export const ATTACHING_REJECTIONS = [
  'no-such-receipt',
  'entry-id-is-taken',
  'too-many-attachments',
  'already-refused',
  'already-told',
] as const;
export type AttachingRejection = (typeof ATTACHING_REJECTIONS)[number];

/** A stored file without a name: what somebody calls a file may say who they are. */
class StoredFile {
  @IsSha256() readonly sha256!: Sha256;
  @IsText(100) readonly type!: string;
  @IsCount(1, Number.MAX_SAFE_INTEGER) readonly size!: number;
}

/** The submitter adds a picture or a text, which was examined and is stored. */
export class AttachFile extends ReceiptRef {
  static readonly subject = 'intake.attach-file';
  static readonly rejections = ATTACHING_REJECTIONS;
  @IsId() readonly entryId!: EntryId;
  @IsSha256() readonly sha256!: Sha256;
  @IsText(100) readonly type!: string;
  @IsCount(1, Number.MAX_SAFE_INTEGER) readonly size!: number;
}

/** A file that the submitter added, for whoever sees the opinion. */
export class Attachment extends StoredFile {
  @IsId() readonly entryId!: EntryId;
  @IsInstant() readonly happenedAt!: Instant;
}

/** Which attachment of which opinion. */
export class AttachmentRef extends OpinionRef {
  @IsId() readonly entryId!: EntryId;
}

/** Asked by whoever keeps the files, before one is removed. The answer holds for every event that is recorded by now. */
export class IsAttached {
  static readonly subject = 'intake.is-file-named';
  static readonly reply = FileNaming;
  @IsSha256() readonly sha256!: Sha256;
}
