import type { IncomingMessage } from 'node:http';
import type { Envelope } from '@redress/contracts/envelope';
import { traceOf } from '@redress/telemetry/place';
import { type Scope, scope, within } from '@redress/telemetry/scope';
import { tracing } from '@redress/telemetry/tracing';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const WITHOUT_A_NAME = /^\/api\/(opinions$|receipts\/|notices\/)/;

/** Whoever knew the minute of such a request may find the rest elsewhere: nothing is told of it before the hour is over. */
export const isWithoutAName = ({ routeOptions, ...request }: FastifyRequest): boolean =>
  !('session' in request) && WITHOUT_A_NAME.test(routeOptions.url ?? '');

type Requested = Scope & { readonly method: string; readonly route: string; readonly since: number };

const scopes = new WeakMap<IncomingMessage, Requested>();

/** Whatever is done for a request from then on is done within a scope of its own. */
export const keepScopes = (server: FastifyInstance): void => {
  server.addHook('onRequest', (request, _reply, done) => {
    const { id, method, raw, routeOptions } = request;
    const isAnonymous = isWithoutAName(request);
    const since = performance.timeOrigin + performance.now();
    const route = routeOptions.url ?? 'none';
    const one = { isAnonymous, requestId: isAnonymous ? undefined : id, method, route, since };
    scopes.set(raw, one);
    within(one, done);
  });
  // A body arrives in events of the socket, which know nothing of this.
  server.addHook('preValidation', ({ raw }, _reply, done) => {
    within(scopeOf(raw), done);
  });
};

/** Of the request that is being answered. */
export const asked = (): Pick<Requested, 'method' | 'route'> | undefined => scope() as Requested | undefined;

export const scopeOf = (raw: IncomingMessage): Scope => scopes.get(raw) ?? { isAnonymous: true };

/** Somebody with a name has asked: from then on lines may say of which request they are, and a trace begins. */
export const isOfSomebody = (requestId: string, { causationId }: Envelope): void => {
  const about = scope() as Requested | undefined;
  if (!about) return;
  about.isAnonymous = false;
  about.requestId = requestId;
  const { method, route, since } = about;
  about.span = tracing()?.begin({
    name: `${method} ${route}`,
    kind: 'server',
    trace: traceOf(causationId),
    since,
    about: { 'http.request.method': method, 'http.route': route },
  });
};
