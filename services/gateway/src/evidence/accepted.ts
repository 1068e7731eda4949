import { HttpStatus } from '@nestjs/common';
import type { Rejected } from '@redress/contracts/command';
import {
  FILE_REJECTIONS,
  type FileRejection,
  type UploadRejection,
} from '@redress/contracts/evidence/rejections';
import { Problem } from '@redress/edge/problems';

type Reason = FileRejection | UploadRejection;

/** What was asked for, or the problem with it. */
export const accepted = <Reply extends object>(answer: Reply | Rejected<Reason>): Reply => {
  if (!('rejected' in answer)) return answer;
  const { rejected } = answer;
  const status = isOfUploads(rejected) ? OF_UPLOADS[rejected] : HttpStatus.UNPROCESSABLE_ENTITY;
  const passes = status === HttpStatus.TOO_MANY_REQUESTS;
  throw new Problem(rejected, status, passes ? { headers: { 'retry-after': '30' } } : {});
};

const OF_UPLOADS: Readonly<Record<UploadRejection, HttpStatus>> = {
  'no-such-upload': HttpStatus.NOT_FOUND,
  'upload-id-is-taken': HttpStatus.CONFLICT,
  'too-many-open-uploads': HttpStatus.TOO_MANY_REQUESTS,
  'too-many-own-uploads': HttpStatus.CONFLICT,
  'too-much-sent': HttpStatus.CONFLICT,
  'no-such-part': HttpStatus.UNPROCESSABLE_ENTITY,
  'part-differs': HttpStatus.CONFLICT,
  'parts-missing': HttpStatus.CONFLICT,
  'size-differs': HttpStatus.UNPROCESSABLE_ENTITY,
  'already-finished': HttpStatus.CONFLICT,
  'too-large': HttpStatus.PAYLOAD_TOO_LARGE,
};

/** With which status whoever sends a file is refused. */
export const REFUSED = {
  ...Object.fromEntries(FILE_REJECTIONS.map((reason) => [reason, HttpStatus.UNPROCESSABLE_ENTITY])),
  ...OF_UPLOADS,
  'may-not-send-files': HttpStatus.FORBIDDEN,
};

const isOfUploads = (reason: Reason): reason is UploadRejection => reason in OF_UPLOADS;
