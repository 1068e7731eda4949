import type { INestApplication, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ServiceLogger } from '@redress/telemetry/service-logger';
import { publish } from './documentation/document.js';
import { AT } from './scim/names.js';
import { newServer } from './http/server.js';

/** The gateway with its routes and their documentation, before it listens. */
export const newGateway = async (module: Type): Promise<INestApplication> => {
  const app = await NestFactory.create<NestFastifyApplication>(module, newServer(), {
    logger: new ServiceLogger('gateway'),
    bodyParser: false,
    abortOnError: false,
  });
  // Where connectors expect it.
  app.setGlobalPrefix('api', { exclude: [AT, `${AT}/{*path}`] });
  publish(app);
  return app;
};

/** Takes no more requests, answers those it has, and only then lets go of the broker. */
export const closeGateway = async (app: INestApplication): Promise<void> => {
  await (app.getHttpAdapter() as { close(): Promise<void> }).close();
  await app.close();
};
