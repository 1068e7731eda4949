import {
  applyDecorators,
  type CallHandler,
  Controller,
  createParamDecorator,
  type ExecutionContext,
  Header,
  type NestInterceptor,
  UseFilters,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Envelope } from '@redress/contracts/envelope';
import type { MessageId } from '@redress/contracts/values';
import { map, type Observable } from 'rxjs';
import { v5 as uuidOf } from 'uuid';
import { AT, MEDIA_TYPE } from './names.js';
import { ScimError } from './scim-error.js';
import { ScimFilter } from './scim.filter.js';
import { ScimKeyGuard } from './scim-key.guard.js';

/** Routes that SCIM describes by itself, at /Schemas. */
export const ScimRoutes = (path = ''): ClassDecorator =>
  applyDecorators(
    Controller(path === '' ? AT : `${AT}/${path}`),
    UseGuards(ScimKeyGuard),
    UseFilters(ScimFilter),
    ApiExcludeController(),
  );

export const AnswersScim = (): MethodDecorator => Header('content-type', MEDIA_TYPE);

/** What is new is answered with where it is (RFC 7644, 3.3). */
export const SaysWhere = (): MethodDecorator => UseInterceptors(WhereInterceptor);

class WhereInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const response = context.switchToHttp().getResponse<{ header(name: string, value: string): unknown }>();
    return next.handle().pipe(
      map((body: { readonly meta?: { readonly location: string } }) => {
        if (body.meta) response.header('location', body.meta.location);
        return body;
      }),
    );
  }
}

/** The body as it came: RFC 7643 forgives the case of names, which no contract does. */
export const Sent = createParamDecorator((_: unknown, context: ExecutionContext): object => {
  const { body } = context.switchToHttp().getRequest<{ readonly body?: unknown }>();
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new ScimError(400, 'invalidSyntax', 'body: must be a JSON object');
  return body;
});

/** What a request says besides its body: where we are found, which resource, and its query. */
export type Asking = {
  readonly base: string;
  readonly id: string;
  readonly query: Readonly<Record<string, unknown>>;
};

type Request = {
  readonly protocol: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly params: { readonly id?: string };
  readonly query: Asking['query'];
};

export const Asked = createParamDecorator((_: unknown, context: ExecutionContext): Asking => {
  const { protocol, headers, params, query } = context.switchToHttp().getRequest<Request>();
  const origin = process.env['REDRESS_ORIGIN'] ?? `${protocol}://${headers['host'] ?? ''}`;
  return { base: `${origin}/${AT}`, id: params.id ?? '', query };
});

const STEPS = '5b0c2f5e-6a5e-5d0b-9f4e-3a8f6f0d1c11';

/** One request leads to several commands, some in the same stream, where each is known by its cause. */
export const stepOf = (envelope: Envelope, step: string): Envelope => ({
  ...envelope,
  causationId: uuidOf(`${envelope.causationId} ${step}`, STEPS) as MessageId,
});
