import { randomUUIDv7 } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { HttpStatus } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { detailsOf } from '@redress/edge/problem-details';
import { Problem } from '@redress/edge/problems';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Origin } from '../session/origin.js';
import { mustArrive } from './arrival.js';
import { keepRoom } from './connections.js';
import { letOthersIn } from './cors.js';
import { readForms } from './form-body.js';
import { isNoneOfTheDocs } from './docs-files.js';
import { giveUp, isGivenUp } from './given-up.js';
import { faultIn, isAmbiguous } from './head.js';
import { headersFor } from './headers.js';
import { readJson } from './json-body.js';
import { setTo } from './limits.js';
import { methodsByPath } from './methods.js';
import { outOfProportion } from './proportions.js';
import { leaveBytes } from './raw-body.js';
import { keepScopes } from './scopes.js';
import { tellOfRequests } from './told.js';
import { answerUnreadable } from './unreadable.js';

const BODY_LIMIT = 1_048_576;
const HEADERS_WITHIN_MS = 15_000;
/** How often it is looked whether a head is late. */
const LOOKED_AT_EVERY_MS = 5_000;
const HEAD_LIMIT = 16_384;
const CONNECTIONS = 2_000;
/** The longest that the bytes of a file may take; see mustArrive for all other bodies. */
const BYTES_WITHIN_MS = 600_000;

/** Whose word is taken for where a request comes from: the proxies in `REDRESS_TRUST_PROXY`, and nobody else. */
const trustedProxies = (set = process.env['REDRESS_TRUST_PROXY']): string[] | false =>
  set ? set.split(',').map((address) => address.trim()) : false;

/** An id that the caller gave a request is kept when it can do no harm in a log. */
const requestIdOf = ({ headers }: IncomingMessage): string => {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w.-]{1,64}$/.test(given) ? given : randomUUIDv7();
};

/** An address that is no URL comes to no route, and so to no filter. */
const refuseAddress =
  (isSecure: boolean) =>
  (_error: unknown, { id, url, headers }: FastifyRequest, reply: FastifyReply): void => {
    const problem = new Problem('malformed', HttpStatus.BAD_REQUEST);
    const answer = detailsOf(problem, id, headers['accept-language']);
    void reply
      .status(answer.status)
      .headers({ ...headersFor(url, isSecure), 'x-request-id': id, ...answer.headers })
      .send(answer.body);
  };

/** The HTTP server before it has routes: what holds for each request, whatever its route. */
export const newServer = (): FastifyAdapter => {
  const { isSecure } = new Origin();
  const unreadable = answerUnreadable(headersFor('', isSecure), randomUUIDv7);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    http: {
      headersTimeout: HEADERS_WITHIN_MS,
      connectionsCheckingInterval: LOOKED_AT_EVERY_MS,
      maxHeaderSize: HEAD_LIMIT,
      // Node would refuse it without a word; see faultIn.
      requireHostHeader: false,
    },
    requestTimeout: BYTES_WITHIN_MS,
    genReqId: requestIdOf,
    skipMiddie: true,
    trustProxy: trustedProxies(),
    // Where probes look for it.
    rewriteUrl: ({ url = '/' }) => (url.startsWith('/health/') ? `/api${url}` : url),
    routerOptions: { maxParamLength: 500 },
    frameworkErrors: refuseAddress(isSecure),
    clientErrorHandler: unreadable,
  });
  const server = adapter.getInstance();
  const methodsAt = methodsByPath(server);
  keepScopes(server);
  readJson(server);
  leaveBytes(server);
  readForms(server);
  mustArrive(server, unreadable);

  // Whatever else is expected of us than to go on is not done, and not told without our headers.
  server.server.on('checkExpectation', (request, answer) => {
    server.server.emit('request', request, answer);
  });
  // None is dropped in silence: of too many, the request is refused.
  server.server.maxHeadersCount = 0;
  keepRoom(server.server, setTo('REDRESS_CONNECTIONS', CONNECTIONS));

  server.addHook('onRequest', (request, reply, done) => {
    const { raw } = request;
    if (isGivenUp(raw.socket)) {
      reply.hijack();
      return;
    }
    void reply.headers({ ...headersFor(request.url, isSecure), 'x-request-id': request.id });
    if (isAmbiguous(raw)) giveUp(raw.socket);
    done(faultIn(raw));
  });
  letOthersIn(server);
  server.addHook('onRequest', (request, _reply, done) => {
    if (isNoneOfTheDocs(request.url)) {
      done(new Problem('no-such-route', HttpStatus.NOT_FOUND));
      return;
    }
    const allowed = request.is404 ? methodsAt(request.url) : [];
    const headers = { allow: allowed.join(', ') };
    const problem = new Problem('method-not-allowed', HttpStatus.METHOD_NOT_ALLOWED, { headers });
    done(allowed.length > 0 ? problem : undefined);
  });
  server.addHook('preValidation', (request, _reply, done) => {
    done(outOfProportion(request.body));
  });
  tellOfRequests(server);
  return adapter;
};
