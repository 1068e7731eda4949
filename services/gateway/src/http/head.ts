import type { IncomingMessage } from 'node:http';
import { HttpStatus } from '@nestjs/common';
import { Problem } from '@redress/edge/problems';

/** No address that we make or describe is half as long. */
const LONGEST_ADDRESS = 8_192;
const MOST_HEADERS = 100;
const HEADERS_TOO_LARGE = 431;

/** Of these Node takes the first and drops the others; whoever stands in front may take the last. */
const ONCE = ['host', 'authorization', 'content-type'];

type Head = Pick<IncomingMessage, 'url' | 'rawHeaders' | 'headers' | 'httpVersion'>;

/**
 * The problem with a head that is longer than any needs to be, or that another server might read otherwise than this one; undefined
 * for all others. What is no HTTP at all, such as two lengths, the parser has refused before.
 */
export const faultIn = (head: Head): Problem | undefined => {
  if (isAmbiguous(head))
    return new Problem('malformed', HttpStatus.BAD_REQUEST, { headers: { connection: 'close' } });
  const { url = '', rawHeaders } = head;
  if (url.length > LONGEST_ADDRESS) return new Problem('address-too-long', HttpStatus.URI_TOO_LONG);
  // Names and values take turns.
  if (rawHeaders.length > 2 * MOST_HEADERS) return new Problem('too-many-headers', HEADERS_TOO_LARGE);
  return undefined;
};

export const isAmbiguous = ({ url = '', rawHeaders, headers, httpVersion }: Head): boolean => {
  const names = rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase());
  if (ONCE.some((name) => names.indexOf(name) !== names.lastIndexOf(name))) return true;
  if (headers.host === undefined && httpVersion !== '1.0') return true;
  // Nothing is unpacked here, so that nothing small becomes large.
  const codings = headers['transfer-encoding'];
  if (codings !== undefined && (codings.toLowerCase() !== 'chunked' || httpVersion === '1.0')) return true;
  // As a proxy is asked; and what leads to another address than it says.
  return (!url.startsWith('/') && url !== '*') || LEADS_ELSEWHERE.test(url.split('?')[0] ?? '');
};

const LEADS_ELSEWHERE = /(?:^|\/|%2f|\\|%5c)(?:\.|%2e){1,2}(?:$|\/|%2f|\\|%5c)|[\\#]/i;
