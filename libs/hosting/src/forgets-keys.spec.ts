import { createSecretKey } from 'node:crypto';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import type { KeyId, PersonId } from '@redress/contracts/values';
import { eventually, TestBroker } from '@redress/messaging/nats-server.testing';
import { natsOptions } from '@redress/messaging/nats-options';
import { CachedKeys } from '@redress/sealing/cached-keys';
import { KeyRing } from '@redress/sealing/key-ring';
import { ForgetsKeys } from './forgets-keys.js';

jest.setTimeout(30_000);

const person = '0190a5c4-0000-7000-8000-00000000000a' as PersonId;
const key = { id: '0190a5c4-0000-7000-8000-00000000000b' as KeyId, key: createSecretKey(Buffer.alloc(32)) };

/** Whoever keeps the keys: counts how often it is asked. */
class Counting extends KeyRing {
  asked = 0;
  override toSeal(): ReturnType<KeyRing['toSeal']> {
    this.asked += 1;
    return Promise.resolve(new Map([[person, key]]));
  }
  override toOpen(): ReturnType<KeyRing['toOpen']> {
    return Promise.resolve(new Map());
  }
}

let broker: TestBroker;
let connection: NatsConnection;
let ring: Counting;
let keys: CachedKeys;
let forgets: ForgetsKeys;

beforeEach(async () => {
  broker = await TestBroker.start();
  connection = await connect(natsOptions(broker.url));
  ring = new Counting();
  keys = new CachedKeys(ring, 300_000);
  forgets = new ForgetsKeys(keys, broker.url);
});

afterEach(async () => {
  await forgets.onApplicationShutdown();
  await connection.close();
  await broker.stop();
});

/** Whether the key had to be asked for. */
const isAskedFor = async (): Promise<boolean> => {
  const before = ring.asked;
  await keys.toSeal([person]);
  return ring.asked > before;
};

it('forgets its keys when somebody is erased, whichever copy carries that out', async () => {
  await isAskedFor();
  expect(await isAskedFor()).toBe(false);
  forgets.onApplicationBootstrap();
  await eventually(isAskedFor);
  expect(await isAskedFor()).toBe(false);
  connection.publish('events.directory.erasure.PersonErased', '{}');
  await eventually(isAskedFor);
});

it('forgets them when it was cut off from the broker, and may have missed it', async () => {
  forgets.onApplicationBootstrap();
  await isAskedFor();
  await eventually(async () => !(await isAskedFor()));
  await broker.kill();
  expect(await isAskedFor()).toBe(false);
  await broker.startAgain();
  await eventually(isAskedFor);
});
