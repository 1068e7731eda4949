import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A broker of one's own: on a free port of this machine, with JetStream in a folder of its own. */
export class TestBroker {
  private constructor(
    readonly port: number,
    readonly folder: string,
    private server: ChildProcess,
    private readonly more: readonly string[],
  ) {}

  /** `more` are further arguments of nats-server. */
  static async start(...more: readonly string[]): Promise<TestBroker> {
    const folder = await mkdtemp(join(tmpdir(), 'redress-nats-'));
    const port = await freePort();
    return new TestBroker(port, folder, await started(port, folder, more), more);
  }

  get url(): string {
    return `nats://127.0.0.1:${String(this.port)}`;
  }

  /** As by `kill -9`; what the broker has on disk stays. */
  async kill(): Promise<void> {
    this.server.kill('SIGKILL');
    await once(this.server, 'exit');
  }

  /** Lets the broker write all that it knows, and end. */
  async end(): Promise<void> {
    this.server.kill('SIGTERM');
    await once(this.server, 'exit');
  }

  /** It takes what is sent, and neither answers nor closes a connection, until it goes on. */
  halt(): void {
    this.server.kill('SIGSTOP');
  }

  goOn(): void {
    this.server.kill('SIGCONT');
  }

  /** Starts again what was killed, on the same port and data. */
  async startAgain(): Promise<void> {
    this.server = await started(this.port, this.folder, this.more);
  }

  /** Kills the broker, takes all its data away and starts it again. */
  async wipe(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true });
    await this.startAgain();
  }

  async stop(): Promise<void> {
    if (this.server.exitCode === null && this.server.signalCode === null) await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }
}

const started = async (port: number, folder: string, more: readonly string[]): Promise<ChildProcess> => {
  const flags = ['-a', '127.0.0.1', '-p', String(port), '-js', '-sd', folder, ...more];
  const PATH = `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/local/bin`;
  const server = spawn('nats-server', flags, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, PATH },
  });
  await new Promise<void>((ready, fail) => {
    let said = '';
    server.once('error', fail);
    server.once('exit', () => {
      fail(new Error(`nats-server ended: ${said}`));
    });
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('Server is ready')) ready();
    });
  });
  return server;
};

export const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
};

/** Resolves when the condition holds, which is looked at again and again; fails when it does not in time. */
export const eventually = async (
  condition: () => boolean | Promise<boolean>,
  withinMs = 50_000,
): Promise<void> => {
  const deadline = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`not within ${String(withinMs)} ms: ${condition.toString()}`);
    await new Promise((again) => setTimeout(again, 10));
  }
};
