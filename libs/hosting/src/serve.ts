import { Logger, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { DrainingServer } from '@redress/messaging/draining-server';
import { natsOptions } from '@redress/messaging/nats-options';
import { openEndpoint } from '@redress/telemetry/endpoint';
import { outside } from '@redress/telemetry/scope';
import { ServiceLogger } from '@redress/telemetry/service-logger';
import { beginTracing, endTracing } from '@redress/telemetry/tracing';
import { Health } from './health.js';

/** A stop that takes longer is no clean one, and the process ends with 1. */
const STOP_WITHIN_MS = 10_000;

/**
 * Runs a service until it is told to stop: answers requests as one of its queue group, says when it is ready, and on
 * SIGTERM, SIGINT, or when the process that started it is gone, answers what it has before it goes.
 */
export const serve = async (module: Type, service: string): Promise<void> => {
  const lines = new ServiceLogger(service);
  Logger.overrideLogger(lines);
  const logger = new Logger(service);
  endOnFault(logger);
  try {
    await beginTracing(service);
    const app = await NestFactory.createMicroservice<MicroserviceOptions>(module, {
      strategy: new DrainingServer({ ...natsOptions(), queue: service }),
      logger: lines,
      abortOnError: false,
    });
    let isListening = false;
    const endpoint = await openEndpoint(service, async () => {
      const { seen, details } = await app.get(Health).looked();
      return { seen: { ...seen, isReady: seen.isReady && isListening }, details };
    });
    stopWhenTold(async () => {
      await app.close();
      endpoint?.close();
      await endTracing();
    }, logger);
    await app.listen();
    isListening = true;
  } catch (error) {
    logger.fatal(`${service} cannot start: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
  logger.log('ready');
  process.send?.({ ready: true });
};

/** What nobody caught ends the process; the log has its name and places, not its words. */
export const endOnFault = (logger: Logger): void => {
  process.on('uncaughtException', (error) => {
    outside(() => {
      logger.fatal(error);
    });
    process.exit(1);
  });
};

/** Closes once on SIGTERM, SIGINT, or when the process that started this one is gone, and then ends the process. */
export const stopWhenTold = (close: () => Promise<void>, logger: Logger): void => {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => {
      logger.error(`not stopped within ${String(STOP_WITHIN_MS)} ms`);
      process.exit(1);
    }, STOP_WITHIN_MS).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('disconnect', stop);
};
