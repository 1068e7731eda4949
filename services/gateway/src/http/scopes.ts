import type { IncomingMessage } from 'node:http';
import { type Scope, within } from '@redress/telemetry/scope';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const WITHOUT_A_NAME = /^\/api\/(opinions$|receipts\/|notices\/)/;

/** Whoever knew the minute of such a request may find the rest elsewhere: nothing is told of it before the hour is over. */
export const isWithoutAName = ({ routeOptions, ...request }: FastifyRequest): boolean =>
  !('session' in request) && WITHOUT_A_NAME.test(routeOptions.url ?? '');

const scopes = new WeakMap<IncomingMessage, Scope>();

/** Whatever is done for a request from then on is done within a scope of its own. */
export const keepScopes = (server: FastifyInstance): void => {
  server.addHook('onRequest', (request, _reply, done) => {
    const isAnonymous = isWithoutAName(request);
    const one: Scope = { isAnonymous, requestId: isAnonymous ? undefined : request.id };
    scopes.set(request.raw, one);
    within(one, done);
  });
  // A body arrives in events of the socket, which know nothing of this.
  server.addHook('preValidation', ({ raw }, _reply, done) => {
    within(scopeOf(raw), done);
  });
};

export const scopeOf = (raw: IncomingMessage): Scope => scopes.get(raw) ?? { isAnonymous: true };
