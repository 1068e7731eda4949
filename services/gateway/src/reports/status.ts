import { HttpStatus } from '@nestjs/common';
import type { ReportRejection } from '@redress/contracts/inspection/report-words';

export const REPORT_STATUS: Readonly<Record<ReportRejection, HttpStatus>> = {
  'may-not-write-reports': HttpStatus.FORBIDDEN,
  'no-such-round': HttpStatus.NOT_FOUND,
  'no-such-report': HttpStatus.NOT_FOUND,
  'report-is-another': HttpStatus.CONFLICT,
  'report-is-issued': HttpStatus.CONFLICT,
  'nobody-with-this-id': HttpStatus.UNPROCESSABLE_ENTITY,
  'in-the-future': HttpStatus.UNPROCESSABLE_ENTITY,
  'beyond-the-log': HttpStatus.UNPROCESSABLE_ENTITY,
  'before-it-was-planned': HttpStatus.UNPROCESSABLE_ENTITY,
  'not-a-signatory': HttpStatus.FORBIDDEN,
  'draft-is-another': HttpStatus.CONFLICT,
  'not-signed-by-all': HttpStatus.CONFLICT,
  'numbers-changed': HttpStatus.CONFLICT,
  'not-the-office': HttpStatus.FORBIDDEN,
  'not-issued': HttpStatus.CONFLICT,
};
