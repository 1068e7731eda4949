import { HttpStatus } from '@nestjs/common';
import type { RoundRejection } from '@redress/contracts/inspection/plan-round';

export const ROUND_STATUS: Readonly<Record<RoundRejection, HttpStatus>> = {
  'not-the-office': HttpStatus.FORBIDDEN,
  'no-such-round': HttpStatus.NOT_FOUND,
  'round-is-another': HttpStatus.CONFLICT,
  'round-is-closed': HttpStatus.CONFLICT,
  'ends-before-it-begins': HttpStatus.UNPROCESSABLE_ENTITY,
  'scope-unclear': HttpStatus.UNPROCESSABLE_ENTITY,
  'no-such-unit': HttpStatus.UNPROCESSABLE_ENTITY,
  'nothing-in-scope': HttpStatus.UNPROCESSABLE_ENTITY,
  'too-many-units': HttpStatus.UNPROCESSABLE_ENTITY,
  'no-such-checklist': HttpStatus.UNPROCESSABLE_ENTITY,
  'no-such-team': HttpStatus.UNPROCESSABLE_ENTITY,
  'paired-outside-the-scope': HttpStatus.UNPROCESSABLE_ENTITY,
  'already-in-scope': HttpStatus.CONFLICT,
  'not-in-scope': HttpStatus.CONFLICT,
  'nothing-to-change': HttpStatus.UNPROCESSABLE_ENTITY,
  'entry-id-is-taken': HttpStatus.CONFLICT,
};
