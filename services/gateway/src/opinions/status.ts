import { HttpStatus } from '@nestjs/common';
import type { IntakeRejection } from '@redress/contracts/intake/intake-rejection';

/** With which status intake's rejections are answered. */
export const STATUS: Readonly<Record<IntakeRejection, HttpStatus>> = {
  'no-such-opinion': HttpStatus.NOT_FOUND,
  'no-such-receipt': HttpStatus.NOT_FOUND,
  'channel-is-not-open': HttpStatus.FORBIDDEN,
  'nobody-to-sign': HttpStatus.FORBIDDEN,
  'not-the-office': HttpStatus.FORBIDDEN,
  'not-addressed-to-you': HttpStatus.FORBIDDEN,
  'not-acknowledged-yet': HttpStatus.CONFLICT,
  'already-answered': HttpStatus.CONFLICT,
  'is-a-duplicate': HttpStatus.CONFLICT,
  'already-refused': HttpStatus.CONFLICT,
  'already-listed': HttpStatus.CONFLICT,
  'already-told': HttpStatus.CONFLICT,
  'entry-id-is-taken': HttpStatus.CONFLICT,
  'original-is-a-duplicate': HttpStatus.CONFLICT,
  'has-duplicates-itself': HttpStatus.CONFLICT,
  'not-a-duplicate': HttpStatus.CONFLICT,
  'not-told-yet': HttpStatus.CONFLICT,
  'already-appraised': HttpStatus.CONFLICT,
  'key-used-for-another': HttpStatus.UNPROCESSABLE_ENTITY,
  'duplicate-of-itself': HttpStatus.UNPROCESSABLE_ENTITY,
  'no-such-severity': HttpStatus.UNPROCESSABLE_ENTITY,
  'no-such-original': HttpStatus.UNPROCESSABLE_ENTITY,
};
