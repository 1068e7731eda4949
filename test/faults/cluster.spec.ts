import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { jetstreamManager } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import type { AuditStatus } from '@redress/contracts/audit/status';
import type { Status } from '@redress/contracts/readiness';
import { eventually } from '@redress/messaging/nats-server.testing';
import { samples } from '../journeys/cli/opinion-files.js';
import { WholeSystem } from '../journeys/cli/whole-system.js';
import { BrokerCluster } from './cluster/broker-cluster.js';
import { freePort } from './launcher/launched.js';

/** How many times over things are killed; the short form is for every change, `REDRESS_CLUSTER_ROUNDS=20` for a night. */
const ROUNDS = Number(process.env['REDRESS_CLUSTER_ROUNDS'] ?? 1);
/** What decides whom it hits. */
const SEED = Number(process.env['REDRESS_CLUSTER_SEED'] ?? Date.now() % 100_000);
const A_ROUND_MS = 240_000;
/** Longer than a lease lasts. */
const FROZEN_MS = 6_000;

const SERVICES = ['directory', 'identity', 'intake', 'rectification', 'inspection', 'audit'] as const;
const GATEWAY = fileURLToPath(new URL('../../services/gateway/dist/main.js', import.meta.url));

let brokers: BrokerCluster;
let onlooker: NatsConnection;
let system: WholeSystem;
let second: { readonly port: number; child: ChildProcess };

beforeAll(async () => {
  brokers = await BrokerCluster.start();
  onlooker = await brokers.onlooker();
  system = await WholeSystem.start({
    NATS_URL: brokers.url,
    REDRESS_NATS_KEYS: brokers.keys,
    REDRESS_NATS_REPLICAS: '3',
    REDRESS_COPIES: '2',
  });
  const port = await freePort();
  second = { port, child: await anotherGateway(port) };
}, A_ROUND_MS);

afterAll(async () => {
  second.child.kill('SIGKILL');
  await system.stop();
  await onlooker.close();
  await brokers.stop();
});

/** Of the gateway the launcher runs one: this is the copy of another machine, so to say. */
const anotherGateway = async (port: number): Promise<ChildProcess> => {
  const env = {
    ...process.env,
    ...system.environment,
    NATS_URL: brokers.url,
    REDRESS_NATS_KEY_FILE: join(brokers.keys, 'gateway.nk'),
    REDRESS_HOST: '127.0.0.1',
    REDRESS_PORT: String(port),
  };
  const child = fork(GATEWAY, { env, silent: true, execArgv: [] });
  for (const stream of [child.stdout, child.stderr]) stream?.resume();
  await once(child, 'message');
  return child;
};

/** A number below `most` that comes from the seed. */
const drawn = ((state: number) => (most: number) => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * most);
})(SEED);

const pidOf = (name: string): number | undefined => system.launched.processOf(name)?.pid;
const signal = (name: string, how: NodeJS.Signals): void => {
  const pid = pidOf(name);
  if (pid !== undefined) process.kill(pid, how);
};

/** The events that each service has; those of one that does not answer just now are waited for. */
const recorded = async (): Promise<Readonly<Record<string, number>>> => {
  let known: Readonly<Partial<Record<string, number>>> = {};
  await eventually(async () => {
    known = await system.recorded().catch(() => ({}));
    return SERVICES.every((service) => known[service] !== undefined);
  }, 60_000);
  return known as Readonly<Record<string, number>>;
};

const status = async (): Promise<Status> => {
  const { body } = await system.call('GET', '/api/status', { token: system.operatorToken });
  return body as unknown as Status;
};

/** Work gets on: so many more events than now. */
const worked = async (events: number): Promise<void> => {
  const { rectification: before = 0 } = await recorded();
  await eventually(async () => ((await recorded())['rectification'] ?? 0) >= before + events, 120_000);
};

const takenAllTheWay = async (port: number, name: string): Promise<unknown> => {
  const path = join(system.folder, `${name}.csv`);
  writeFileSync(path, samples(name));
  const { code, out, err } = await system.beginAt(port, 'run-cases', path, '--at-once', '6').ended;
  if (code !== 0) throw new Error(`${name} ended with ${String(code)}:\n${err}`);
  const complaints = err.split('\n').filter((line) => line.startsWith('line '));
  const { seconds, commandsPerSecond, ...counts } = JSON.parse(out) as Record<string, unknown>;
  expect(seconds).toBeGreaterThan(0);
  expect(commandsPerSecond).toBeGreaterThan(0);
  return { complaints, ...counts };
};

/** Takes the sample all the way, again and again, until it is told to stop. Returns how it went each time. */
const workAt = async (port: number, name: string, isOver: () => boolean): Promise<readonly unknown[]> => {
  const runs: unknown[] = [];
  do runs.push(await takenAllTheWay(port, `${name}x${String(runs.length)}y`));
  while (!isOver());
  return runs;
};

const disturb = async (): Promise<void> => {
  // The server that hurts most: the one that leads the stream.
  const node = await brokers.leaderOf('EVENTS', onlooker);
  await brokers.kill(node);
  for (const index of [0, 1, 2]) {
    const service = SERVICES[drawn(SERVICES.length)] ?? 'intake';
    signal(index === 0 || drawn(2) === 0 ? service : `${service}-2`, 'SIGKILL');
    await worked(20);
  }
  await brokers.startAgain(node);
  const frozen = drawn(2) === 0 ? 'rectification' : 'intake-2';
  signal(frozen, 'SIGSTOP');
  const since = Date.now();
  await eventually(() => Date.now() - since > FROZEN_MS);
  signal(frozen, 'SIGCONT');
  second.child.kill('SIGKILL');
  second.child = await anotherGateway(second.port);
  await worked(20);
  await eventually(() => brokers.isWhole(onlooker), 120_000);
};

it(
  `loses nothing and does nothing twice, whichever server or copy is killed or frozen (seed ${String(SEED)})`,
  async () => {
    const { port } = new URL(system.url);
    // The organisation is set up by the first run, and is there for all others.
    await takenAllTheWay(Number(port), 'first');
    const before = await recorded();
    const undisturbed = await takenAllTheWay(Number(port), 'calm');
    expect(undisturbed).toMatchObject({ opinions: 40, closed: 40, answered: 40, lost: 0 });
    const after = await recorded();

    let isOver = false;
    const working = Promise.all([
      workAt(Number(port), 'one', () => isOver),
      workAt(second.port, 'two', () => isOver),
    ]);
    try {
      for (let round = 0; round < ROUNDS; round += 1) await disturb();
    } finally {
      isOver = true;
    }
    const runs = (await working).flat();
    for (const run of runs) expect(run).toEqual(undisturbed);

    // Everything that was acknowledged is in the log once, in the stream once, and in the audit.
    const expected = Object.fromEntries(
      SERVICES.map((name) => [
        name,
        (after[name] ?? 0) + runs.length * ((after[name] ?? 0) - (before[name] ?? 0)),
      ]),
    );
    expect(await recorded()).toEqual(expected);
    const all = Object.values(expected).reduce((sum, count) => sum + count, 0);
    const { streams } = await jetstreamManager(onlooker);
    await eventually(async () => (await streams.info('EVENTS')).state.messages >= all, 60_000);
    expect((await streams.info('EVENTS')).state.messages).toBe(all);
    await eventually(async () => {
      const { body } = await system.call('GET', '/api/status/audit', { token: system.operatorToken });
      const { services } = body as unknown as AuditStatus;
      return services.every(({ service, events }) => events === expected[service]);
    }, 60_000);
    const { services } = await status();
    expect(services.flatMap(({ reactions }) => reactions.filter(({ deadLetters }) => deadLetters))).toEqual(
      [],
    );
  },
  (ROUNDS + 1) * A_ROUND_MS,
);
