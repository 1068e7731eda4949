import { HttpStatus } from '@nestjs/common';
import type { PracticeRejection } from '@redress/contracts/inspection/good-practice';

export const PRACTICE_STATUS: Readonly<Record<PracticeRejection, HttpStatus>> = {
  'no-such-visit': HttpStatus.NOT_FOUND,
  'visit-not-open': HttpStatus.CONFLICT,
  'visit-is-cancelled': HttpStatus.CONFLICT,
  'visit-is-missed': HttpStatus.CONFLICT,
  'not-an-inspector-of-the-visit': HttpStatus.FORBIDDEN,
  'not-in-the-team': HttpStatus.FORBIDDEN,
  recused: HttpStatus.FORBIDDEN,
  'no-such-practice': HttpStatus.NOT_FOUND,
  'practice-is-another': HttpStatus.CONFLICT,
  'practice-is-withdrawn': HttpStatus.CONFLICT,
  'not-yours-to-withdraw': HttpStatus.FORBIDDEN,
};
