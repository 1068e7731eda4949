import { HttpStatus } from '@nestjs/common';
import { Problem } from '@redress/edge/problems';
import type { IncomingMessage } from 'node:http';

/** No address that we make or describe is half as long. */
const LONGEST_ADDRESS = 8_192;
const MOST_HEADERS = 100;
const HEADERS_TOO_LARGE = 431;

/** The problem with a head that is longer than any needs to be; undefined for all others. */
export const tooLongAHead = ({ url = '', rawHeaders }: IncomingMessage): Problem | undefined => {
  if (url.length > LONGEST_ADDRESS) return new Problem('address-too-long', HttpStatus.URI_TOO_LONG);
  // Names and values take turns.
  if (rawHeaders.length > 2 * MOST_HEADERS) return new Problem('too-many-headers', HEADERS_TOO_LARGE);
  return undefined;
};
