import { randomUUIDv7 } from 'node:crypto';
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
import { Clock } from '@redress/eventsourcing/clock';
import { eventually, TestBroker } from '@redress/messaging/nats-server.testing';
import { natsOptions } from '@redress/messaging/nats-options';
import { orAbsent } from '@redress/messaging/streams';
import { SqliteEventStore } from '@redress/store-sqlite/sqlite-event-store';
import { SqliteReadModels } from '@redress/store-sqlite/sqlite-read-models';
import { opinionDesk } from '../../services/intake/src/opinion-desk/opinion-desk.js';
import { Unreliable } from '../conformance/doubles/unreliable.js';
import { Copies } from './cluster/copies.js';

jest.setTimeout(120_000);

const AT_ONCE = 100;

let broker: TestBroker;
let onlooker: NatsConnection;
let folder: string;
let store: SqliteEventStore;
let models: SqliteReadModels;
let copies: Copies;

beforeEach(async () => {
  broker = await TestBroker.start();
  onlooker = await connect(natsOptions(broker.url));
  folder = mkdtempSync(join(tmpdir(), 'redress-copies-'));
  const file = join(folder, 'intake.sqlite');
  store = new SqliteEventStore(file, new Clock());
  models = new SqliteReadModels(file);
  copies = new Copies('intake', onlooker, { NATS_URL: broker.url, REDRESS_DATA: folder });
});

afterEach(async () => {
  await copies.stop();
  models.close();
  store.close();
  await onlooker.close();
  await broker.stop();
  rmSync(folder, { recursive: true });
});

/** By this process, which is the third that has the file open. */
const say = async (): Promise<void> => {
  const opinions = Array.from({ length: AT_ONCE }, () => randomUUIDv7() as OpinionId);
  await Promise.all(
    opinions.map((opinionId) => {
      const event = versioned(opinionEvents, { ...submitted, data: { ...submitted.data, opinionId } });
      const about = { ...envelope, actor: { role: 'submitter' }, id: randomUUIDv7() as MessageId } as const;
      return store.append(`opinion-${opinionId}`, [{ ...event, ...about }], -1);
    }),
  );
};

const published = async (): Promise<number> => {
  const { streams } = await jetstreamManager(onlooker);
  return (await streams.info('EVENTS').catch(orAbsent))?.state.messages ?? 0;
};

/** The rows and the stream have everything, and nothing twice. */
const allAreThere = async (times: number): Promise<void> => {
  const last = await store.last();
  await eventually(async () => (await models.positionOf(opinionDesk)) === last, 60_000);
  await eventually(async () => (await published()) >= times * AT_ONCE, 60_000);
  expect(await published()).toBe(times * AT_ONCE);
  expect(await models.count(opinionDesk, { where: {} })).toBe(times * AT_ONCE);
};

it.each(['rows', 'relay'])(
  'has the other copy go on when the one that has the %s is frozen, and when it comes back neither does it twice',
  async (work) => {
    await copies.begin('one');
    await copies.begin('two');
    await say();
    await allAreThere(1);

    const frozen = await copies.holderOf(work);
    await say();
    copies.halt(frozen);
    await eventually(async () => (await copies.holderOf(work)) !== frozen, 60_000);
    await say();
    await allAreThere(3);

    copies.goOn(frozen);
    await say();
    await allAreThere(4);

    await copies.kill(await copies.holderOf(work));
    await say();
    await eventually(async () => (await copies.holderOf(work)) === frozen, 60_000);
    await allAreThere(5);
  },
);

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
