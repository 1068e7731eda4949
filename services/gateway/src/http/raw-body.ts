import type { IncomingMessage } from 'node:http';
import { applyDecorators, createParamDecorator, type ExecutionContext, HttpStatus } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { Problem } from '@redress/edge/problems';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refuses } from '../documentation/refuses.js';
import { goesOn } from './arrival.js';
import { mayTakeItsTime } from './connections.js';

const BYTES = 'application/octet-stream';

type Config = { readonly takesBytes?: boolean };

/** A route whose body is bytes, which its handler reads as they arrive. Nothing is read before somebody is signed in. */
export const TakesBytes = (): MethodDecorator =>
  applyDecorators(
    RouteConfig({ takesBytes: true } satisfies Config),
    ApiConsumes(BYTES),
    Refuses({ 'not-bytes': HttpStatus.UNSUPPORTED_MEDIA_TYPE }),
    ApiBody({ schema: { type: 'string', format: 'binary' } }),
  );

/** Leaves a body that is not JSON unread, for the routes that take bytes, and refuses it for all others. */
export const leaveBytes = (server: FastifyInstance): void => {
  server.addContentTypeParser('*', ({ is404, routeOptions }, _, done) => {
    const { takesBytes } = routeOptions.config as Config;
    done(is404 || takesBytes ? null : new Problem('not-json', HttpStatus.UNSUPPORTED_MEDIA_TYPE));
  });
};

/** Hands the body to a route that takes bytes, as it arrives. It must be read to its end, or given up with `return`. */
export const Bytes = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { headers, raw } = context.switchToHttp().getRequest<FastifyRequest>();
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  if (type.trim().toLowerCase() !== BYTES) throw new Problem('not-bytes', HttpStatus.UNSUPPORTED_MEDIA_TYPE);
  mayTakeItsTime(raw.socket);
  return bytesOf(raw);
});

const bytesOf = async function* (raw: IncomingMessage): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of raw.iterator({ destroyOnReturn: false })) {
      goesOn(raw);
      yield chunk as Buffer;
    }
  } catch {
    // The caller hung up, or was too slow.
    throw new Problem('malformed', HttpStatus.BAD_REQUEST);
  } finally {
    // What nobody reads would hold up the answer, and the next request on the same connection.
    raw.resume();
  }
};
