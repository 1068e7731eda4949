import { HttpStatus } from '@nestjs/common';
import type { UnusableRequest } from '@redress/contracts/rectification/close-task';

/** With which status it is answered that a close-out request leads no further. */
export const UNUSABLE: Readonly<Record<UnusableRequest, HttpStatus>> = {
  'no-such-close-out': HttpStatus.NOT_FOUND,
  'close-out-replaced': HttpStatus.CONFLICT,
  'close-out-not-verified': HttpStatus.CONFLICT,
  'close-out-rejected': HttpStatus.CONFLICT,
  'close-out-objected': HttpStatus.CONFLICT,
  'close-out-already-used': HttpStatus.CONFLICT,
  'evidence-changed': HttpStatus.CONFLICT,
};
