import { applyDecorators, HttpStatus } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiConsumes } from '@nestjs/swagger';
import { Problem } from '@redress/edge/problems';
import type { FastifyInstance } from 'fastify';

const FORM = 'application/x-www-form-urlencoded';

type Config = { readonly takesForm?: boolean };

/** A route that a program of others calls with a form, since its protocol says so. */
export const TakesForm = (): MethodDecorator =>
  applyDecorators(RouteConfig({ takesForm: true } satisfies Config), ApiConsumes(FORM));

/** Reads a form for the routes that take one, and refuses it for all others: a page of anybody can send one. */
export const readForms = (server: FastifyInstance): void => {
  server.addContentTypeParser<string>(FORM, { parseAs: 'string' }, ({ is404, routeOptions }, body, done) => {
    const { takesForm } = routeOptions.config as Config;
    if (!is404 && !takesForm) done(new Problem('not-json', HttpStatus.UNSUPPORTED_MEDIA_TYPE));
    else done(null, Object.fromEntries(new URLSearchParams(body)));
  });
};
