import './typescript.mjs';
import { randomUUIDv7 } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { InMemoryCheckpoints } from '@redress/eventsourcing/checkpoints';
import { Clock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { TestBroker } from '@redress/messaging/nats-server.testing';
import { Relay } from '@redress/messaging/relay';
import { alternating, perSecond } from './rounds.mjs';

const { BrokerCluster } = await import('../faults/cluster/broker-cluster.ts');

const ROUNDS = 3;
const RELAYED = 9_984;
/** So many cases are under way at the same time, each with its next event in turn. */
const CASES = 64;

const newEvent = (n, correlationId) => ({
  id: randomUUIDv7(),
  type: 'ProgressReported',
  version: 1,
  data: { taskId: n, text: '已现场查看' },
  actor: { role: 'unit', unit: '0190a5c4-0000-7000-8000-00000000000c' },
  correlationId,
  causationId: '0190a5c4-0000-7000-8000-000000000002',
  happenedAt: '2026-03-20T08:00:00.000Z',
});

/** A log as services write it, published as a relay does, to brokers of which each keeps all. */
const relaying = async (url, servers, onlooker) => {
  const store = new InMemoryEventStore(new Clock());
  const cases = Array.from({ length: CASES }, () => randomUUIDv7());
  for (let n = 0; n < RELAYED / CASES; n += 1)
    for (const correlationId of cases)
      await store.append(`task-${correlationId}`, [newEvent(n, correlationId)], n - 1);
  const end = await store.last();
  const stop = new AbortController();
  process.env.REDRESS_NATS_REPLICAS = String(servers);
  const relay = new Relay('rectification', store, new InMemoryCheckpoints(), url);
  let running;
  const rate = await perSecond(RELAYED, async () => {
    running = relay.run(stop.signal);
    while (relay.position < end) await pause(5);
  });
  stop.abort();
  await running;
  await (await jetstreamManager(onlooker)).streams.delete('EVENTS');
  delete process.env.REDRESS_NATS_REPLICAS;
  return rate;
};

const relay = async () => {
  const one = await TestBroker.start();
  const three = await BrokerCluster.start();
  const key = process.env.REDRESS_NATS_KEY_FILE;
  const [alone, among] = [await connect({ servers: one.url }), await three.onlooker()];
  const toThree = async () => {
    process.env.REDRESS_NATS_KEY_FILE = join(three.keys, 'onlooker.nk');
    try {
      return await relaying(three.url, 3, among);
    } finally {
      if (key === undefined) delete process.env.REDRESS_NATS_KEY_FILE;
      else process.env.REDRESS_NATS_KEY_FILE = key;
    }
  };
  try {
    const measured = await alternating(ROUNDS, {
      ours: toThree,
      baseline: () => relaying(one.url, 1, alone),
    });
    return { what: 'the relay to three brokers, beside one (events/s)', ...measured };
  } finally {
    await Promise.all([alone.close(), among.close()]);
    await Promise.all([one.stop(), three.stop()]);
  }
};

export const figures = [relay];
