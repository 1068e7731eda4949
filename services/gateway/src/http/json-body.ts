import { HttpStatus } from '@nestjs/common';
import { Problem } from '@redress/edge/problems';
import type { FastifyInstance } from 'fastify';
import { MEDIA_TYPE } from '../scim/names.js';

/**
 * Reads every body as JSON in UTF-8.
 *
 * Left to itself, the server puts a mark in place of bytes that are no UTF-8; what somebody wrote would be acknowledged,
 * and lost.
 */
export const readJson = (server: FastifyInstance): void => {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser(['application/json', 'text/plain']);
  const types = ['application/json', MEDIA_TYPE];
  server.addContentTypeParser<Buffer>(types, { parseAs: 'buffer' }, (request, bytes, done) => {
    const text = textIn(bytes);
    if (text === undefined) done(notJson());
    else
      void parse(request, text, (error: Error | null, body?: unknown) => {
        done(error && notJson(), body);
      });
  });
};

const textIn = (bytes: Buffer): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const notJson = (): Problem =>
  new Problem('malformed', HttpStatus.BAD_REQUEST, { broken: [{ field: 'body', rule: 'json', limits: {} }] });
