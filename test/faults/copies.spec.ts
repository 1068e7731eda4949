import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { versioned } from '@redress/contracts/event';
import { opinionEvents } from '@redress/contracts/intake/opinion.events';
import { submitted } from '@redress/contracts/intake/opinion.examples';
import { envelope } from '@redress/contracts/rectification/people.examples';
import type { MessageId, OpinionId } from '@redress/contracts/values';
import { eventually, TestBroker } from '@redress/messaging/nats-server.testing';
import { natsOptions } from '@redress/messaging/nats-options';
import { orAbsent } from '@redress/messaging/streams';
import { opinionDesk } from '../../services/intake/src/opinion-desk/opinion-desk.js';
import { Unreliable } from '../conformance/doubles/unreliable.js';
import { Copies } from './cluster/copies.js';
import { type Shared, sharedBy } from './cluster/shared.js';

jest.setTimeout(120_000);

const AT_ONCE = 100;
const WORKS = ['rows', 'relay', 'tell-outcome'];

let broker: TestBroker;
let onlooker: NatsConnection;
let folder: string;
let shared: Shared;
let copies: Copies;

beforeEach(async () => {
  broker = await TestBroker.start();
  onlooker = await connect(natsOptions(broker.url));
  folder = mkdtempSync(join(tmpdir(), 'redress-copies-'));
  shared = sharedBy('intake', folder, randomUUID().slice(0, 8));
  copies = new Copies('intake', onlooker, { ...shared.env, NATS_URL: broker.url, REDRESS_DATA: folder });
});

afterEach(async () => {
  await copies.stop();
  await shared.close();
  await onlooker.close();
  await broker.stop();
  rmSync(folder, { recursive: true });
});

/** By this process, which is the third that has the log open. */
const say = async (): Promise<void> => {
  const opinions = Array.from({ length: AT_ONCE }, () => randomUUIDv7() as OpinionId);
  await Promise.all(
    opinions.map((opinionId) => {
      const event = versioned(opinionEvents, { ...submitted, data: { ...submitted.data, opinionId } });
      const about = { ...envelope, actor: { role: 'submitter' }, id: randomUUIDv7() as MessageId } as const;
      return shared.events.append(`opinion-${opinionId}`, [{ ...event, ...about }], -1);
    }),
  );
};

const published = async (): Promise<number> => {
  const { streams } = await jetstreamManager(onlooker);
  return (await streams.info('EVENTS').catch(orAbsent))?.state.messages ?? 0;
};

/** The rows and the stream have everything, and nothing twice. */
const allAreThere = async (times: number): Promise<void> => {
  const last = await shared.events.last();
  await eventually(async () => (await shared.models.positionOf(opinionDesk)) >= last, 60_000);
  await eventually(async () => (await published()) >= times * AT_ONCE, 60_000);
  expect(await published()).toBe(times * AT_ONCE);
  expect(await shared.models.count(opinionDesk, { where: {} })).toBe(times * AT_ONCE);
};

it('has the other copy go on when one is frozen, and when it comes back neither does anything twice', async () => {
  await copies.begin('one');
  await say();
  await allAreThere(1);
  await copies.begin('two');
  expect(await Promise.all(WORKS.map((work) => copies.holderOf(work)))).toEqual(WORKS.map(() => 'one'));

  await say();
  // Who is frozen within a transaction holds rows until MongoDB ends it, after a minute; its double never does.
  if (process.env['REDRESS_ROWS'] === 'mongodb') await allAreThere(2);
  copies.halt('one');
  for (const work of WORKS) await eventually(async () => (await copies.holderOf(work)) === 'two', 60_000);
  await say();
  await allAreThere(3);

  copies.goOn('one');
  await say();
  await allAreThere(4);

  await copies.kill('two');
  await say();
  for (const work of WORKS) await eventually(async () => (await copies.holderOf(work)) === 'one', 60_000);
  await allAreThere(5);
});

it('has the other copy go on when one is cut off from the broker and still reaches the file', async () => {
  const place = { host: '127.0.0.1', port: broker.port };
  const wire = await Unreliable.before(place, (port) => `nats://127.0.0.1:${port}`);
  try {
    await copies.begin('one', { NATS_URL: wire.url });
    await say();
    await allAreThere(1);
    await copies.begin('two');
    wire.deafen();
    await say();
    await eventually(async () => (await copies.holderOf('relay')) === 'two', 60_000);
    await say();
    await allAreThere(3);
    await wire.heal();
    await say();
    await allAreThere(4);
  } finally {
    await wire.stop();
  }
});

it('goes on at once when a copy that was killed is begun again under its name', async () => {
  await copies.begin('one');
  await say();
  await allAreThere(1);
  await copies.kill('one');
  await say();
  await copies.begin('one');
  await allAreThere(2);
});
