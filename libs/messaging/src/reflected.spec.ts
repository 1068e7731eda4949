import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { AckPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { type INestMicroservice, Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { MessagePattern, type MicroserviceOptions, Payload } from '@nestjs/microservices';
import { DrainingServer } from './draining-server.js';
import { TestBroker } from './nats-server.testing.js';
import { natsOptions } from './nats-options.js';

// The broker looks at what somebody publishes to, but not at where they have an answer or an event sent: so whoever may ask it
// for anything can have what they wrote themselves sent to any subject, also to that of a command.

let heard: string[] = [];

@Controller()
class DeskHandler {
  @MessagePattern('desk.close')
  close(@Payload('command') { from }: { from: string }): { heard: true } {
    heard.push(from);
    return { heard: true };
  }
}

@Module({ controllers: [DeskHandler] })
class DeskModule {}

let broker: TestBroker;
let service: INestMicroservice;
let somebody: NatsConnection;

beforeEach(async () => {
  heard = [];
  broker = await TestBroker.start();
  service = await NestFactory.createMicroservice<MicroserviceOptions>(DeskModule, {
    strategy: new DrainingServer({ ...natsOptions(broker.url), queue: 'desk' }),
    logger: false,
  });
  await service.listen();
  somebody = await connect(natsOptions(broker.url));
});

afterEach(async () => {
  await somebody.close();
  await service.close();
  await broker.stop();
});

const command = (from: string): string =>
  JSON.stringify({ pattern: 'desk.close', id: from, data: { command: { from } } });
const none = new Uint8Array();

it('a command is done for whoever asks, and not when it was sent on from elsewhere', async () => {
  const manager = await jetstreamManager(somebody);
  await manager.streams.add({ name: 'OWN', subjects: ['own.>'], allow_direct: true });
  await jetstream(somebody).publish('own.text', command('a stored message'));

  somebody.publish('desk.close', command('nobody who waits'));
  somebody.publish('$JS.API.DIRECT.GET.OWN.own.text', none, { reply: 'desk.close' });
  const pulled = { durable_name: 'pulled', ack_policy: AckPolicy.Explicit };
  await manager.consumers.add('OWN', pulled);
  somebody.publish('$JS.API.CONSUMER.MSG.NEXT.OWN.pulled', none, { reply: 'desk.close' });
  const pushed = { durable_name: 'pushed', ack_policy: AckPolicy.None, deliver_subject: 'desk.close' };
  await manager.consumers.add('OWN', pushed);
  const other = somebody.subscribe('other.subject', { max: 1 });
  somebody.publish('$JS.API.DIRECT.GET.OWN.own.text', none, { reply: 'other.subject' });
  for await (const message of other) expect(message.string()).toBe(command('a stored message'));

  const asked = await somebody.request('desk.close', command('whoever asks'), { timeout: 20_000 });
  expect(asked.json()).toMatchObject({ response: { heard: true } });
  expect(heard).toEqual(['whoever asks']);
});
