import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { HttpStatus } from '@nestjs/common';
import { detailsOf } from '@redress/edge/problem-details';
import { Problem } from '@redress/edge/problems';
import { isGivenUp } from './given-up.js';

const HEADERS_TOO_LARGE = 431;

const problemOf = (code: string | undefined): Problem => {
  if (code === 'HPE_HEADER_OVERFLOW') return new Problem('too-large', HEADERS_TOO_LARGE);
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new Problem('too-slow', HttpStatus.REQUEST_TIMEOUT);
  return new Problem('malformed', HttpStatus.BAD_REQUEST);
};

/** The answer to what cannot be read as a request: it has no address, no headers and no language. */
export const answerUnreadable =
  (headers: Readonly<Record<string, string>>, newId: () => string) =>
  (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (isGivenUp(socket)) return;
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const id = newId();
    const { status, body, headers: more } = detailsOf(problemOf(error.code), id, undefined);
    const lines = Object.entries({
      ...headers,
      ...more,
      'x-request-id': id,
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
    }).map(([name, value]) => `${name}: ${value}`);
    socket.end([`HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}`, ...lines, '', body].join('\r\n'));
  };
