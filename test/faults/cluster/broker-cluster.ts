import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ConsumerInfo, jetstreamManager, type StreamInfo } from '@nats-io/jetstream';
import { connect, type NatsConnection, nkeys } from '@nats-io/transport-node';
import { natsOptions } from '@redress/messaging/nats-options';
import { eventually, freePort } from '@redress/messaging/nats-server.testing';

const MAKE_KEYS = fileURLToPath(new URL('../../../deploy/broker/make-keys.mjs', import.meta.url));
const PATH = `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/local/bin`;
const FIRST_ELECTION_MS = 60_000;

type Node = {
  readonly name: string;
  readonly port: number;
  readonly config: string;
  child?: ChildProcess;
};

/**
 * Three nats-servers on loopback that are one cluster, each with JetStream in a folder of its own. Services sign in with
 * their keys and have their rights; whoever looks on may do everything.
 */
export class BrokerCluster {
  private constructor(
    readonly folder: string,
    readonly nodes: readonly Node[],
  ) {}

  static async start(): Promise<BrokerCluster> {
    const folder = mkdtempSync(join(tmpdir(), 'redress-cluster-'));
    execFileSync(process.execPath, [MAKE_KEYS, join(folder, 'keys')]);
    const onlooker = nkeys.createUser();
    writeFileSync(join(folder, 'keys', 'onlooker.nk'), onlooker.getSeed(), { mode: 0o600 });
    const routes = await Promise.all([freePort(), freePort(), freePort()]);
    const nodes = await Promise.all(
      routes.map(async (route, index) => {
        const [name, port] = [`node-${String(index + 1)}`, await freePort()];
        const config = join(folder, `${name}.conf`);
        writeFileSync(config, configured(folder, name, port, route, routes, onlooker.getPublicKey()));
        return { name, port, config };
      }),
    );
    const cluster = new BrokerCluster(folder, nodes);
    await Promise.all(nodes.map((_, index) => cluster.startAgain(index)));
    await cluster.holdsStreams();
    return cluster;
  }

  /** Of all of them, as `NATS_URL` has it. */
  get url(): string {
    return this.nodes.map(({ port }) => `nats://127.0.0.1:${String(port)}`).join(',');
  }

  get keys(): string {
    return join(this.folder, 'keys');
  }

  /** A connection of somebody who may do everything. */
  onlooker(): Promise<NatsConnection> {
    return connect(natsOptions(this.url, join(this.keys, 'onlooker.nk')));
  }

  /** Which of them leads a stream. */
  async leaderOf(stream: string, onlooker: NatsConnection): Promise<number> {
    const { streams } = await jetstreamManager(onlooker);
    const { cluster } = await streams.info(stream);
    return this.nodes.findIndex(({ name }) => name === cluster?.leader);
  }

  /** Whether all of them have all of each stream, and of what its consumers have done: only then another may go. */
  async isWhole(onlooker: NatsConnection): Promise<boolean> {
    try {
      const { streams, consumers } = await jetstreamManager(onlooker, { timeout: 5_000 });
      const kept: (StreamInfo | ConsumerInfo)[] = await streams.list().next();
      for await (const consumer of consumers.list('EVENTS')) kept.push(consumer);
      return kept.every(({ cluster }) => {
        const current = cluster?.replicas?.filter(({ current, offline }) => current && !offline);
        return current?.length === this.nodes.length - 1;
      });
    } catch {
      return false;
    }
  }

  /** As by `kill -9`; what it has on disk stays. */
  async kill(index: number): Promise<void> {
    const child = this.nodes[index]?.child;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  async startAgain(index: number): Promise<void> {
    const node = this.nodes[index];
    if (!node) throw new RangeError(`there is no node ${String(index)}`);
    const child = spawn('nats-server', ['-c', node.config], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, PATH },
    });
    node.child = child;
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said = `${said}${text}`.slice(-4_000)));
    await eventually(() => said.includes('Server is ready') || child.exitCode !== null);
    if (child.exitCode !== null) throw new Error(`${node.name} ended: ${said}`);
  }

  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((_, index) => this.kill(index)));
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Until all three know each other no stream can be made that all of them keep. */
  private async holdsStreams(): Promise<void> {
    const connection = await this.onlooker();
    const probe = { name: 'PROBE', subjects: ['probe'], num_replicas: this.nodes.length };
    await eventually(async () => {
      try {
        const { streams } = await jetstreamManager(connection, { timeout: 2_000 });
        await streams.add(probe);
        return await streams.delete(probe.name);
      } catch {
        return false;
      }
    }, FIRST_ELECTION_MS);
    await connection.close();
  }
}

const configured = (
  folder: string,
  name: string,
  port: number,
  route: number,
  routes: readonly number[],
  onlooker: string,
): string => {
  const rights = readFileSync(join(folder, 'keys', 'authorization.conf'), 'utf8');
  const others = routes.filter((one) => one !== route).map((one) => `"nats://127.0.0.1:${String(one)}"`);
  return [
    `server_name: "${name}"`,
    `listen: "127.0.0.1:${String(port)}"`,
    'max_payload: 8388608',
    `jetstream { store_dir: ${JSON.stringify(join(folder, name))} }`,
    `cluster { name: "redress", listen: "127.0.0.1:${String(route)}", routes: [${others.join(', ')}] }`,
    rights.replace('users = [', `users = [ { nkey: ${onlooker} },`),
  ].join('\n');
};
