import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { described } from './described.js';

const about = new DocumentBuilder()
  .setTitle('Redress')
  .setDescription(
    'Opinions, the tasks that put them right, and the history of each case. Times are UTC, days are calendar days where the organisation is.',
  )
  .setVersion('1')
  .setOpenAPIVersion('3.1.0')
  .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A token issued with POST /api/tokens' })
  .addSecurity('session', {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-redress-session',
    description:
      'A session begun with POST /api/session. What changes something carries its `csrfToken` as `X-CSRF-Token`. On a machine without https the cookie is called redress-loopback-session.',
  })
  .build();

const operationId = (controller: string, method: string): string => {
  const name = controller.replace(/Controller$/, '');
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}.${method}`;
};

/** The OpenAPI document of all routes, made from their contracts. */
const documentOf = (app: INestApplication): OpenAPIObject =>
  described(
    SwaggerModule.createDocument(app, about, { operationIdFactory: operationId, extraModels: [Written] }),
  );

/** Serves it at /api/openapi.json, and as a page at /api/docs. It is made once somebody asks for it, not at every start. */
export const publish = (app: INestApplication): void => {
  SwaggerModule.setup('api/docs', app, () => documentOf(app), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Redress API',
  });
};
