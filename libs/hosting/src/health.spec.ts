import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { type INestMicroservice, Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import type { Trouble } from '@redress/contracts/health';
import type { CaseId, Instant, MessageId, TaskId } from '@redress/contracts/values';
import { StoreFault } from '@redress/eventsourcing/store-fault';
import { DrainingServer } from '@redress/messaging/draining-server';
import { natsOptions } from '@redress/messaging/nats-options';
import { eventually, TestBroker } from '@redress/messaging/nats-server.testing';
import { natsClient, NatsServices } from '@redress/messaging/nats-services';
import { Health } from './health.js';
import { Storage } from './storage.js';
import { Count, EchoCounts, TallyModule } from './tally.examples.js';

jest.setTimeout(60_000);

let broker: TestBroker;
let folder: string;
let services: NatsServices;
let tally: INestMicroservice;

beforeEach(async () => {
  broker = await TestBroker.start();
  folder = mkdtempSync(join(tmpdir(), 'redress-health-'));
  process.env['NATS_URL'] = broker.url;
  process.env['REDRESS_DATA'] = folder;
  process.env['REDRESS_READY_LAG_SECONDS'] = '1';
  services = new NatsServices(natsClient());
  tally = await NestFactory.createMicroservice<MicroserviceOptions>(TallyModule, {
    strategy: new DrainingServer({ ...natsOptions(), queue: 'tally' }),
    logger: false,
    abortOnError: false,
  });
  Logger.overrideLogger(false);
  await tally.listen();
});

afterEach(async () => {
  jest.restoreAllMocks();
  delete process.env['REDRESS_READY_LAG_SECONDS'];
  broker.goOn();
  await services.onApplicationShutdown();
  await tally.close();
  await broker.stop();
  rmSync(folder, { recursive: true });
});

const troubles = async (): Promise<readonly Trouble[]> => (await tally.get(Health).now()).troubles;
const isWell = async (): Promise<boolean> => (await troubles()).length === 0;
const has = (what: Trouble['what']) => async (): Promise<boolean> =>
  (await troubles()).some((one) => one.what === what);

const count = (): Promise<unknown> =>
  services.send(
    Count,
    { id: randomUUID() as TaskId, note: 'a note' },
    {
      actor: { role: 'system' },
      correlationId: randomUUID() as CaseId,
      causationId: randomUUID() as MessageId,
      happenedAt: '2026-03-20T08:00:01.000Z' as Instant,
    },
  );

/** Something that is held back until it is let go. */
const hold = () => {
  let letGo = (): void => undefined;
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  return {
    held,
    letGo: () => {
      letGo();
    },
  };
};

it('is ready while it can write, read and publish, and nothing waits', async () => {
  await count();
  await eventually(isWell);
  expect(await tally.get(Health).looked()).toMatchObject({
    seen: { isReady: true, projections: [{ name: 'tallies' }], reactions: [{ name: 'echo-counts' }] },
    details: { troubles: [] },
  });
});

it('is not ready while a read model is held back, says which and for how long, and is again', async () => {
  const { models } = tally.get(Storage);
  const { held, letGo } = hold();
  const apply = models.apply.bind(models);
  jest.spyOn(models, 'apply').mockImplementation(async (...what) => {
    await held;
    return apply(...what);
  });
  await count();
  await eventually(has('projection-is-behind'));
  expect(await troubles()).toContainEqual({
    what: 'projection-is-behind',
    name: 'tallies',
    seconds: expect.any(Number),
  });
  letGo();
  await eventually(isWell);
});

it('is not ready while a reaction does nothing although something waits', async () => {
  const { held, letGo } = hold();
  const reaction = tally.get(EchoCounts);
  jest.spyOn(reaction, 'react').mockImplementation(() => held);
  await count();
  await eventually(has('reaction-is-behind'));
  expect(await troubles()).toEqual([
    { what: 'reaction-is-behind', name: 'echo-counts', seconds: expect.any(Number) },
  ]);
  letGo();
  await eventually(isWell);
});

it('is not ready while the broker hangs', async () => {
  await eventually(isWell);
  broker.halt();
  await eventually(has('broker-does-not-answer'));
  broker.goOn();
  await eventually(isWell);
});

it('is not ready while its events can be read and not be written, or not even be read, or its rows not', async () => {
  const { checkpoints, events, models } = tally.get(Storage);
  await eventually(isWell);
  const breaking = [
    ['store-cannot-be-written', () => jest.spyOn(checkpoints, 'note')],
    ['store-cannot-be-read', () => jest.spyOn(events, 'last')],
    ['rows-cannot-be-read', () => jest.spyOn(models, 'positionOf')],
  ] as const;
  for (const [what, spied] of breaking) {
    const broken = spied().mockRejectedValue(new StoreFault('the disk is full'));
    await eventually(has(what));
    broken.mockRestore();
    await eventually(isWell);
  }
});
