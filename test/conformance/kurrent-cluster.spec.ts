import { afterEach, expect, it } from '@jest/globals';
import { START } from '@redress/contracts/values';
import { counted, numbersIn } from '@redress/eventsourcing/counted.examples';
import type { EventStore } from '@redress/eventsourcing/event-store';
import { StoreFault } from '@redress/eventsourcing/store-fault';
import { eventually } from '@redress/messaging/nats-server.testing';
import { KurrentCluster } from './doubles/kurrent-cluster.js';
import { kurrentHome } from './kurrent-home.js';

const PATIENCE = { callMs: 3_000, appendMs: 8_000, silenceMs: 3_000, sliceMs: 3_000 };

const ends: (() => unknown)[] = [];
afterEach(() => {
  for (const end of ends.splice(0).toReversed()) end();
});

const started = async (): Promise<KurrentCluster> => {
  const cluster = await KurrentCluster.start(3);
  ends.push(() => {
    cluster.stop();
  });
  return cluster;
};

const storeAt = (hosts: readonly string[], options = ''): EventStore => {
  const url = `kurrentdb://${hosts.join(',')}?tls=false&discoveryInterval=20&maxDiscoverAttempts=3${options}`;
  const home = kurrentHome(url, PATIENCE);
  ends.push(home.close);
  return home.open();
};

/** Follows; gives back what was seen, and how to end it. */
const following = (store: EventStore) => {
  const seen: unknown[] = [];
  const stop = new AbortController();
  const done = (async () => {
    for await (const { events } of store.follow(START, ['a-'], stop.signal)) seen.push(...numbersIn(events));
  })();
  return {
    seen,
    end: (): Promise<void> => {
      stop.abort();
      return done;
    },
  };
};

const numbersTo = (n: number): readonly number[] => Array.from({ length: n + 1 }, (_, one) => one);

/** As soon as somebody answers. */
const answered = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
  let answer: Answer | undefined;
  await eventually(async () => {
    answer = await ask().catch((error: unknown) => {
      if (!(error instanceof StoreFault)) throw error;
      return undefined;
    });
    return answer !== undefined;
  });
  return answer as Answer;
};

it.each([
  ['one node that follows', 1, ''],
  ['all of them, and one that follows is preferred', 3, '&nodePreference=follower'],
  ['all of them', 3, ''],
] as const)('of a cluster is asked who leads, when the URL has %s', async (_, size, options) => {
  const cluster = await started();
  const store = storeAt(cluster.hosts.slice(3 - size), options);
  const { seen, end } = following(store);
  for (let n = 0; n < 9; n += 1) {
    if (n % 3 === 2) cluster.lead(n % 2);
    expect(await store.append('a-1', [counted(n)], n - 1)).toMatchObject({ revision: n });
    expect(numbersIn(await store.read('a-1'))).toEqual(numbersTo(n));
    expect((await store.readAll(START, ['a-'], 99)).events).toHaveLength(n + 1);
  }
  await eventually(() => seen.length === 9);
  await end();
  expect(seen).toEqual(numbersTo(8));
});

it('of a cluster is told once and in order what was appended while the node that led was killed', async () => {
  const cluster = await started();
  const store = storeAt(cluster.hosts);
  const { seen, end } = following(store);
  for (let n = 0; n < 9; n += 1) {
    const events = [counted(n)];
    const appending = answered(() => store.append('a-1', events, n - 1));
    if (n === 3) cluster.kill(0);
    if (n === 4) cluster.lead(1);
    if (n === 6) {
      cluster.kill(1);
      cluster.lead(2);
    }
    if (n !== 3) expect(await appending).toMatchObject({ revision: n });
    else {
      cluster.lead(2);
      expect(await appending).toMatchObject({ revision: n });
    }
  }
  expect(numbersIn(await answered(() => store.read('a-1')))).toEqual(numbersTo(8));
  await eventually(() => seen.length >= 9);
  await end();
  expect(seen).toEqual(numbersTo(8));
});
