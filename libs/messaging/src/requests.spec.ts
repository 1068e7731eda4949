import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import {
  BadRequestException,
  Controller,
  type INestMicroservice,
  Module,
  PayloadTooLargeException,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { MessagePattern, type MicroserviceOptions, Payload, RpcException } from '@nestjs/microservices';
import type { Envelope } from '@redress/contracts/envelope';
import { ServiceUnavailable } from '@redress/edge/services';
import { DrainingServer } from './draining-server.js';
import type { FaultCode } from './faults.js';
import { eventually, TestBroker } from './nats-server.testing.js';
import { natsOptions } from './nats-options.js';
import { natsClient, NatsServices } from './nats-services.js';

jest.setTimeout(30_000);

let asked: number[] = [];
let release: () => void;
let released: Promise<void>;

@Controller()
class DeskHandler {
  @MessagePattern('desk.wait')
  async wait(@Payload('command') { by }: { by: number }): Promise<{ revision: number }> {
    asked.push(by);
    await released;
    return { revision: by };
  }

  @MessagePattern('desk.tell')
  tell(@Payload('command') { by }: { by: number }): { text: string } {
    return { text: 'x'.repeat(by) };
  }

  @MessagePattern('desk.fail')
  fail(@Payload('command') { code }: { code: FaultCode }): never {
    throw new RpcException({ code, errors: ['why'] });
  }
}

@Module({ controllers: [DeskHandler] })
class DeskModule {}

class Wait {
  static readonly subject: string = 'desk.wait';
  static readonly rejections = [] as const;
  readonly by!: number;
}
class Fail {
  static readonly subject = 'desk.fail';
  static readonly rejections = [] as const;
  readonly code!: FaultCode;
}
class Tell extends Wait {
  static override readonly subject = 'desk.tell';
}
class ToNobody extends Wait {
  static override readonly subject = 'nobody.listens';
}
const envelope = {} as Envelope;

let broker: TestBroker;
let services: NatsServices;
let copies: INestMicroservice[];

const startCopy = async (): Promise<INestMicroservice> => {
  const copy = await NestFactory.createMicroservice<MicroserviceOptions>(DeskModule, {
    strategy: new DrainingServer({ ...natsOptions(broker.url), queue: 'desk' }),
    logger: false,
  });
  await copy.listen();
  copies.push(copy);
  return copy;
};

beforeEach(async () => {
  broker = await TestBroker.start();
  services = new NatsServices(natsClient(broker.url));
  copies = [];
  asked = [];
  released = new Promise((done) => (release = done));
});

afterEach(async () => {
  release();
  await services.onApplicationShutdown();
  await Promise.all(copies.map((copy) => copy.close()));
  await broker.stop();
});

const ask = (count: number): Promise<unknown>[] =>
  Array.from({ length: count }, (_, by) => services.send(Wait, { by }, envelope));
const answers = (count: number): unknown => Array.from({ length: count }, (_, revision) => ({ revision }));

it('shares requests between the copies of a service, and one that stops answers what it has', async () => {
  const [first] = [await startCopy(), await startCopy()];
  const replies = ask(60);
  await eventually(() => asked.length === 60);
  const closing = first.close();
  const later = services.send(Wait, { by: 60 }, envelope);
  await eventually(() => asked.length === 61);
  release();
  expect(await Promise.all(replies)).toEqual(answers(60));
  expect(await later).toEqual({ revision: 60 });
  await closing;
  expect(asked.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 61 }, (_, by) => by));
});

it('loses no request while copies come and go', async () => {
  release();
  await startCopy();
  let going = true;
  const failures: unknown[] = [];
  const asking = Array.from({ length: 16 }, async () => {
    while (going)
      await services.send(Wait, { by: 0 }, envelope).catch((error: unknown) => failures.push(error));
  });
  for (let round = 0; round < 5; round += 1) {
    const seen = asked.length;
    const next = await startCopy();
    await copies.find((copy) => copy !== next)?.close();
    copies = [next];
    await eventually(() => asked.length > seen + 100);
  }
  going = false;
  await Promise.all(asking);
  expect(failures).toEqual([]);
});

it('closes at once when the broker is gone', async () => {
  const copy = await startCopy();
  const reply = ask(1)[0]?.catch((error: unknown) => error);
  await eventually(() => asked.length === 1);
  await broker.kill();
  await copy.close();
  services.patienceMs = 1;
  release();
  expect(await services.send(Wait, { by: 1 }, envelope).catch((error: unknown) => error)).toBeInstanceOf(
    ServiceUnavailable,
  );
  await services.onApplicationShutdown();
  expect(await reply).toBeInstanceOf(ServiceUnavailable);
});

it('says that a service is unavailable when nobody listens, or nobody answers in time', async () => {
  await expect(services.send(ToNobody, { by: 1 }, envelope)).rejects.toBeInstanceOf(ServiceUnavailable);
  await startCopy();
  services.patienceMs = 50;
  await expect(services.send(Wait, { by: 1 }, envelope)).rejects.toBeInstanceOf(ServiceUnavailable);
  await eventually(() => asked.length === 1);
});

it('sends again what met nobody, until there is somebody', async () => {
  release();
  const reply = services.send(Wait, { by: 3 }, envelope);
  await startCopy();
  expect(await reply).toEqual({ revision: 3 });
  expect(asked).toEqual([3]);
});

it('sends again what was under way when the connection broke', async () => {
  await startCopy();
  const reply = services.send(Wait, { by: 4 }, envelope);
  await eventually(() => asked.length === 1);
  await broker.kill();
  await broker.startAgain();
  await eventually(() => asked.length === 2);
  release();
  expect(await reply).toEqual({ revision: 4 });
  expect(asked).toEqual([4, 4]);
});

it('answers again when the broker is back, and still answers what it has before it stops', async () => {
  const copy = await startCopy();
  await broker.kill();
  await broker.startAgain();
  const asking = eventually(() =>
    services.send(Wait, { by: 7 }, envelope).then(
      () => true,
      () => false,
    ),
  );
  await eventually(() => asked.length > 0);
  const closing = copy.close();
  release();
  await asking;
  await closing;
  expect(asked).toEqual([7]);
});

it('says so when an answer does not fit in a message, and goes on', async () => {
  await startCopy();
  await expect(services.send(Tell, { by: 2_000_000 }, envelope)).rejects.toBeInstanceOf(
    PayloadTooLargeException,
  );
  expect(await services.send(Tell, { by: 3 }, envelope)).toEqual({ text: 'xxx' });
});

it.each([
  ['malformed', BadRequestException],
  ['too-large', PayloadTooLargeException],
  ['busy', ServiceUnavailable],
  ['unavailable', ServiceUnavailable],
  ['fault', Error],
] as const)('tells the fault %s', async (code, told) => {
  await startCopy();
  const error = await services.send(Fail, { code }, envelope).catch((thrown: unknown) => thrown);
  expect((error as Error).constructor).toBe(told);
  if (error instanceof BadRequestException)
    expect(error.getResponse()).toEqual({ type: 'malformed', errors: ['why'] });
});
