import { HttpStatus } from '@nestjs/common';
import type {
  AskingRejection,
  DecidingRejection,
  FetchingRejection,
} from '@redress/contracts/identity/registrations';

/** With which status requests to be registered are answered that are rejected. */
export const STATUS: Readonly<Record<AskingRejection | DecidingRejection | FetchingRejection, HttpStatus>> = {
  'registration-id-is-taken': HttpStatus.CONFLICT,
  'no-such-registration': HttpStatus.NOT_FOUND,
  'may-not-decide-on-registrations': HttpStatus.FORBIDDEN,
  'registration-is-refused': HttpStatus.CONFLICT,
  'registration-is-accepted': HttpStatus.CONFLICT,
  'registration-has-lapsed': HttpStatus.CONFLICT,
  'not-answered-yet': HttpStatus.CONFLICT,
  'invitation-was-fetched': HttpStatus.CONFLICT,
  'invitation-is-over': HttpStatus.CONFLICT,
  'no-such-person': HttpStatus.UNPROCESSABLE_ENTITY,
  'person-has-left': HttpStatus.CONFLICT,
  'holds-a-post': HttpStatus.CONFLICT,
  'invited-already': HttpStatus.CONFLICT,
  'account-open-already': HttpStatus.CONFLICT,
  'account-locked': HttpStatus.CONFLICT,
};
