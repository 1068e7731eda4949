import { type ChildProcess, fork } from 'node:child_process';
import { randomUUIDv7 } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { versioned } from '@redress/contracts/event';
import { healthOf, type ServiceHealth } from '@redress/contracts/health';
import { envelope } from '@redress/contracts/rectification/people.examples';
import { assigned } from '@redress/contracts/rectification/task.examples';
import { taskEvents } from '@redress/contracts/rectification/task.events';
import { type MessageId, START, type TaskId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { eventually, TestBroker } from '@redress/messaging/nats-server.testing';
import { natsClient, NatsServices } from '@redress/messaging/nats-services';
import { SqliteEventStore } from '@redress/store-sqlite/sqlite-event-store';

jest.setTimeout(120_000);

const RECTIFICATION = join(import.meta.dirname, '../../services/rectification/dist/main.js');
const TASKS = 1_500;

let broker: TestBroker;
let services: NatsServices;
let folder: string;
let store: SqliteEventStore;
let children: ChildProcess[];

beforeEach(async () => {
  broker = await TestBroker.start();
  services = new NatsServices(natsClient(broker.url));
  folder = mkdtempSync(join(tmpdir(), 'redress-timers-'));
  store = new SqliteEventStore(join(folder, 'rectification.sqlite'), new Clock());
  children = [];
});

afterEach(async () => {
  await Promise.all(children.map(killed));
  store.close();
  await services.onApplicationShutdown();
  await broker.stop();
  rmSync(folder, { recursive: true });
});

const killed = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
};

const started = async (): Promise<ChildProcess> => {
  const env = { ...process.env, NATS_URL: broker.url, REDRESS_DATA: folder, REDRESS_TIMER_SECONDS: '0.2' };
  const child = fork(RECTIFICATION, { env, silent: true, execArgv: [] });
  children.push(child);
  for (const stream of [child.stdout, child.stderr]) stream?.resume();
  expect(await once(child, 'message')).toMatchObject([{ ready: true }]);
  return child;
};

/** All of them are overdue since spring: they fell due while nothing ran. */
const assignedLongAgo = async (): Promise<readonly TaskId[]> => {
  const ids = Array.from({ length: TASKS }, () => randomUUIDv7() as TaskId);
  const appended = ids.map((taskId) => {
    const event = versioned(taskEvents, { ...assigned, data: { ...assigned.data, taskId } });
    return store.append(`task-${taskId}`, [{ ...envelope, ...event, id: randomUUIDv7() as MessageId }], -1);
  });
  await Promise.all(appended);
  return ids;
};

const drawn = async (): Promise<number> => Number(await store.last()) - TASKS;

it('draws what fell due while it was down, once, though it is killed while it does and comes back as two', async () => {
  const ids = await assignedLongAgo();
  const first = await started();
  await eventually(async () => (await drawn()) > 100);
  await killed(first);
  expect(await drawn()).toBeLessThan(3 * TASKS);

  await Promise.all([started(), started()]);
  await eventually(async () => (await drawn()) >= 3 * TASKS, 60_000);
  const looks = async (): Promise<number> => {
    const health = await services.ask(healthOf('rectification'), {}, { role: 'system' });
    return (health as ServiceHealth).timers?.[0]?.ticks ?? 0;
  };
  // Either may answer: that one of them has looked again and again is enough to know that there is nothing left.
  const before = await looks();
  await eventually(async () => (await looks()) > before + 5);

  for (const id of ids) {
    const cards = (await store.read(`task-${id}`)).slice(1);
    expect(cards.map(({ type, data }) => [type, data['colour'], data['dueOn']])).toEqual([
      ['CardDrawn', 'blue', '2026-03-26'],
      ['CardDrawn', 'yellow', '2026-04-01'],
      ['CardDrawn', 'red', '2026-04-09'],
    ]);
  }
  const { events } = await store.readAll(START, ['task-'], 10 * TASKS);
  expect(events.filter(({ type }) => type !== 'CardDrawn')).toHaveLength(TASKS);
});
