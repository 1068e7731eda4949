import './typescript.mjs';
import { randomUUIDv7 } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { Clock } from '@redress/eventsourcing/clock';
import { natsOptions } from '@redress/messaging/nats-options';
import { TestBroker } from '@redress/messaging/nats-server.testing';
import { SqliteEventStore } from '@redress/store-sqlite/sqlite-event-store';
import { SqliteReadModels } from '@redress/store-sqlite/sqlite-read-models';
import { watch } from '../../services/rectification/dist/timers/watch.js';
import { summary } from './rounds.mjs';

const { BrokerCluster } = await import('../faults/cluster/broker-cluster.ts');
const { Copies } = await import('../faults/cluster/copies.ts');

const ROUNDS = 5;
const LOOK_EVERY_MS = 20;
const WITHIN_MS = 60_000;
/** One of each kind of worker that a service has. */
const WORKS = ['rows', 'relay', 'timers', 'follow-tasks'];

const until = async (isSo) => {
  const patience = Date.now() + WITHIN_MS;
  while (!(await isSo())) {
    if (Date.now() > patience) throw new Error(`not within ${WITHIN_MS} ms: ${isSo}`);
    await pause(LOOK_EVERY_MS);
  }
};
const secondsUntil = async (isSo) => {
  const since = performance.now();
  await until(isSo);
  return (performance.now() - since) / 1_000;
};

/** Copies of rectification on one file, and a look at what they do. */
class Watched {
  constructor(onlooker, env) {
    this.onlooker = onlooker;
    this.folder = mkdtempSync(join(tmpdir(), 'redress-failover-'));
    const file = join(this.folder, 'rectification.sqlite');
    this.store = new SqliteEventStore(file, new Clock());
    this.models = new SqliteReadModels(file);
    this.copies = new Copies('rectification', onlooker, { ...env, REDRESS_DATA: this.folder });
  }

  holdsAll(name) {
    return until(async () => {
      const holders = await Promise.all(WORKS.map((work) => this.copies.holderOf(work)));
      return holders.every((holder) => holder === name);
    });
  }

  /** Something happens: for rows, the relay and a reaction to do. */
  async happens() {
    const taskId = randomUUIDv7();
    const event = {
      ...{ id: randomUUIDv7(), type: 'ProgressReported', version: 1, actor: { role: 'system' } },
      data: { taskId, entryId: randomUUIDv7(), text: '', done: [], leadUnit: taskId, supportingUnits: [] },
      ...{ correlationId: taskId, causationId: randomUUIDv7(), happenedAt: new Date().toISOString() },
    };
    return (await this.store.append(`task-${taskId}`, [event], -1)).position;
  }

  async isInRows(position) {
    return (await this.models.positionOf(watch)) >= position;
  }

  async isPublished(position) {
    try {
      const { streams } = await jetstreamManager(this.onlooker, { timeout: 1_000 });
      const last = await streams.getMessage('EVENTS', { last_by_subj: 'events.rectification.>' });
      return (last?.header.get('Redress-Position') ?? '') >= position;
    } catch {
      return false;
    }
  }

  async isReactedTo() {
    try {
      const { consumers } = await jetstreamManager(this.onlooker, { timeout: 1_000 });
      const { num_pending, num_ack_pending } = await consumers.info('EVENTS', 'rectification-follow-tasks');
      return num_pending === 0 && num_ack_pending === 0;
    } catch {
      return false;
    }
  }

  async stop() {
    await this.copies.stop();
    this.models.close();
    this.store.close();
    await this.onlooker.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** What a copy did, until the other does it: in rows, relay and reaction by what comes out, in timers by the lease. */
const takenOver = async (watched, name) => {
  const position = await watched.happens();
  const [rows, relay, timers, reaction] = await Promise.all([
    secondsUntil(() => watched.isInRows(position)),
    secondsUntil(() => watched.isPublished(position)),
    secondsUntil(async () => (await watched.copies.holderOf('timers')) === name),
    secondsUntil(
      async () => (await watched.copies.holderOf('follow-tasks')) === name && (await watched.isReactedTo()),
    ),
  ]);
  return { rows, relay, timers, reaction };
};

const KINDS = { rows: 'who keeps rows up', relay: 'the relay', timers: 'the timers', reaction: 'a reaction' };

const figuresOf = (how, end) => {
  let measured;
  const all = async () => {
    const broker = await TestBroker.start();
    const watched = new Watched(await connect(natsOptions(broker.url)), { NATS_URL: broker.url });
    const rounds = [];
    try {
      await watched.copies.begin('copy-0');
      for (let round = 1; round <= ROUNDS; round += 1) {
        const [before, after] = [`copy-${round - 1}`, `copy-${round}`];
        await watched.holdsAll(before);
        await watched.copies.begin(after);
        await end(watched.copies, before);
        rounds.push(await takenOver(watched, after));
        await watched.copies.kill(before).catch(() => undefined);
      }
      return rounds;
    } finally {
      await watched.stop();
      await broker.stop();
    }
  };
  return Object.entries(KINDS).map(([kind, called]) => async () => {
    measured ??= all();
    const ours = summary((await measured).map((round) => round[kind]));
    // The slowest round counts.
    return { what: `failover of ${called}, its copy ${how} (s, the slowest)`, ours: worst(ours), atMost: 10 };
  });
};

const worst = ({ lowest, highest }) => ({ median: highest, lowest, highest });

/** Until the servers that are left have chosen, and everything goes on. No service has failed. */
const serverKilled = async () => {
  const cluster = await BrokerCluster.start();
  const watched = new Watched(await cluster.onlooker(), {
    NATS_URL: cluster.url,
    REDRESS_NATS_KEY_FILE: join(cluster.keys, 'rectification.nk'),
    REDRESS_NATS_REPLICAS: '3',
  });
  const measured = [];
  try {
    await Promise.all([watched.copies.begin('one'), watched.copies.begin('two')]);
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = await watched.happens();
      await until(() => watched.isPublished(before));
      await until(() => cluster.isWhole(watched.onlooker));
      const leader = await cluster.leaderOf('EVENTS', watched.onlooker);
      await cluster.kill(leader);
      const position = await watched.happens();
      measured.push(
        await secondsUntil(
          async () => (await watched.isPublished(position)) && (await watched.isReactedTo()),
        ),
      );
      await cluster.startAgain(leader);
    }
    return {
      what: 'the broker that leads the stream killed, until an event is reacted to (s)',
      ours: summary(measured),
    };
  } finally {
    await watched.stop();
    await cluster.stop();
  }
};

export const figures = [
  ...figuresOf('killed', (copies, name) => copies.kill(name)),
  ...figuresOf('frozen', (copies, name) => copies.halt(name)),
  serverKilled,
];
