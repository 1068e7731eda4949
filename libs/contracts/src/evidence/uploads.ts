import { ApiProperty } from '@nestjs/swagger';
import {
  AreParts,
  IsBoolean,
  IsCount,
  IsId,
  IsOneOf,
  IsPart,
  IsSha256,
  IsText,
  MayBeAbsent,
} from '../fields.js';
import { EvidenceFile } from '../rectification/evidence-file.js';
import type { Sha256, UploadId } from '../values.js';
import { FILE_REJECTIONS, type FileRejection } from './rejections.js';

/** Which upload; whoever begins it makes up the id. */
export class UploadRef {
  @IsId() readonly uploadId!: UploadId;
}

/** Parts are numbered from 1, in the order of the bytes. They may arrive in any order. */
export class PartRef extends UploadRef {
  @IsCount(1, 999_999) readonly part!: number;
}

/** What is said of a file before its bytes arrive. A size or a hash that is said must then be right. */
export class FileToSend {
  @IsText(255) readonly name!: string;
  @MayBeAbsent() @IsCount(1, Number.MAX_SAFE_INTEGER) readonly size?: number;
  @MayBeAbsent() @IsSha256() readonly sha256?: Sha256;
}

export class ArrivedPart {
  @IsCount(1, Number.MAX_SAFE_INTEGER) readonly part!: number;
  @IsCount(0, Number.MAX_SAFE_INTEGER) readonly size!: number;
}

/** A file that is stored now. */
export class TakenFile extends EvidenceFile {
  /** The hash of what was sent. */
  @IsSha256() readonly sent!: Sha256;
  /** Whether something was taken out, such as where a picture was taken: what is stored is then not what was sent. */
  @IsBoolean() readonly cleaned!: boolean;
}

/** How far an upload has come. */
export class UploadState extends FileToSend {
  @IsId() readonly uploadId!: UploadId;
  /** What has arrived, in order: that need not be sent again. Empty when the upload is finished. */
  @AreParts(() => ArrivedPart, 0, 1_000) readonly parts!: readonly ArrivedPart[];
  /** When it is finished and was taken. */
  @MayBeAbsent() @IsPart(() => TakenFile) readonly file?: TakenFile;
  /** When it is finished and was refused. */
  @MayBeAbsent() @IsOneOf([...FILE_REJECTIONS, 'size-differs']) readonly refused?:
    FileRejection | 'size-differs';
}

/** What was given up. */
export class GivenUp {
  @ApiProperty({ type: String, format: 'uuid' }) readonly uploadId!: UploadId;
}
