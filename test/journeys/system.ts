import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type INestApplication, type INestMicroservice, Logger, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import { DrainingServer } from '@redress/messaging/draining-server';
import { natsOptions } from '@redress/messaging/nats-options';
import { TestBroker } from '@redress/messaging/nats-server.testing';
import { GatewayModule } from '../../services/gateway/src/gateway.module.js';
import { closeGateway, newGateway } from '../../services/gateway/src/gateway.js';

/** A gateway and some services over a broker of their own, in a data folder of their own, all in this process. */
export type System = {
  readonly gateway: INestApplication;
  /** Of the gateway, without a slash at the end. */
  readonly url: string;
  readonly operatorToken: string;
  /** Where something is kept: the data of the services, and what the broker carries. */
  readonly folders: readonly string[];
  stop(): Promise<void>;
};

/** Starts the services that are named, each by its module; the directory must be among them. */
export const startSystem = async (services: Readonly<Record<string, Type>>): Promise<System> => {
  const broker = await TestBroker.start();
  const data = await mkdtemp(join(tmpdir(), 'redress-journey-'));
  process.env['NATS_URL'] = broker.url;
  process.env['REDRESS_DATA'] = data;
  const running = await Promise.all(
    Object.entries(services).map(([name, module]) => startService(name, module)),
  );
  const gateway = await newGateway(GatewayModule);
  Logger.overrideLogger(false);
  await gateway.listen(0, '127.0.0.1');
  return {
    gateway,
    url: await gateway.getUrl(),
    operatorToken: await readFile(join(data, 'operator.token'), 'utf8'),
    folders: [data, broker.folder],
    stop: async () => {
      await closeGateway(gateway);
      await Promise.all(running.map((service) => service.close()));
      await broker.stop();
      await rm(data, { recursive: true });
    },
  };
};

const startService = async (name: string, module: Type): Promise<INestMicroservice> => {
  const service = await NestFactory.createMicroservice<MicroserviceOptions>(module, {
    strategy: new DrainingServer({ ...natsOptions(), queue: name }),
    logger: false,
    abortOnError: false,
  });
  await service.listen();
  return service;
};
