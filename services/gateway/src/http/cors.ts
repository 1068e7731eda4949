import { HttpStatus } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

const METHODS = 'GET, PUT, POST, DELETE';
const TAKES =
  'authorization, content-type, idempotency-key, if-match, happened-at, prefer, accept-language, x-request-id';
const SHOWS = 'etag, retry-after, x-request-id, www-authenticate, content-disposition, preference-applied';
const PREFLIGHT_S = '600';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** @throws Error for what is no origin, above all for `*`. */
const originIn = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.includes(url.hostname));
  if (url?.origin !== text || !isSafe)
    throw new Error(
      `REDRESS_ALLOWED_ORIGINS must be origins like https://portal.example.org, with commas; ${JSON.stringify(text)} is none`,
    );
  return text;
};

/**
 * Lets pages of other sites use the interface: of those that `REDRESS_ALLOWED_ORIGINS` names, and of no others. They act with a token that
 * they have; what a browser is known by is never let through, so there is no `Access-Control-Allow-Credentials`.
 */
export const letOthersIn = (server: FastifyInstance, set = process.env['REDRESS_ALLOWED_ORIGINS']): void => {
  if (!set) return;
  const origins = new Set(set.split(',').map((origin) => originIn(origin.trim())));
  server.addHook('onRequest', ({ method, headers }, reply, done) => {
    void reply.header('vary', 'origin');
    const { origin } = headers;
    if (origin === undefined || !origins.has(origin)) {
      done();
      return;
    }
    void reply.headers({
      'access-control-allow-origin': origin,
      'access-control-expose-headers': SHOWS,
      'cross-origin-resource-policy': 'cross-origin',
    });
    if (method !== 'OPTIONS' || headers['access-control-request-method'] === undefined) {
      done();
      return;
    }
    void reply
      .status(HttpStatus.NO_CONTENT)
      .headers({
        'access-control-allow-methods': METHODS,
        'access-control-allow-headers': TAKES,
        'access-control-max-age': PREFLIGHT_S,
      })
      .send();
  });
};
