import { Logger } from '@nestjs/common';
import { measured } from '@redress/telemetry/measuring';
import { within } from '@redress/telemetry/scope';
import type { FastifyInstance } from 'fastify';
import { isWithoutAName, scopeOf } from './scopes.js';

/**
 * When a request is answered a line says so, it is counted, and its span ends: with the pattern of its route, never its address,
 * which may hold a receipt. Of whoever spoke without a name there is no line, and the number comes when the hour is over.
 */
export const tellOfRequests = (server: FastifyInstance): void => {
  const logger = new Logger('request');
  server.addHook('onResponse', (request, { statusCode: status, elapsedTime }, done) => {
    const { method, routeOptions, raw } = request;
    const route = routeOptions.url ?? 'none';
    const isAnonymous = isWithoutAName(request);
    const about = scopeOf(raw);
    measured()?.requested({ method, route, status }, elapsedTime / 1_000, isAnonymous);
    about.span?.end({ isFault: status >= 500, about: { 'http.response.status_code': status } });
    if (!isAnonymous)
      within(about, () => {
        logger.log({ method, route, status, ms: Math.round(elapsedTime * 10) / 10 });
      });
    done();
  });
};
