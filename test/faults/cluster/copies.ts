import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Kvm } from '@nats-io/kv';
import type { NatsConnection } from '@nats-io/transport-node';

/** Copies of a service, each a process of its own with a name, and who of them has which lease. */
export class Copies {
  private readonly running = new Map<string, ChildProcess>();

  constructor(
    private readonly service: string,
    /** May read the leases. */
    private readonly onlooker: NatsConnection,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  /** Resolves when it is ready. */
  async begin(name: string, more: Readonly<Record<string, string>> = {}): Promise<void> {
    const main = fileURLToPath(new URL(`../../../services/${this.service}/dist/main.js`, import.meta.url));
    const env = { ...process.env, ...this.env, ...more, REDRESS_COPY: name };
    const child = fork(main, { env, silent: true, execArgv: [] });
    for (const stream of [child.stdout, child.stderr]) stream?.resume();
    this.running.set(name, child);
    await once(child, 'message');
  }

  /** The name of the copy that has the lease for a work; empty when none has. */
  async holderOf(work: string): Promise<string> {
    const bucket = await new Kvm(this.onlooker).open('LEASES');
    const held = await bucket.get(`${this.service}.${work}`);
    return held?.operation === 'PUT' ? held.string() : '';
  }

  halt(name: string): void {
    this.running.get(name)?.kill('SIGSTOP');
  }

  goOn(name: string): void {
    this.running.get(name)?.kill('SIGCONT');
  }

  async kill(name: string): Promise<void> {
    const child = this.running.get(name);
    if (!child) throw new Error(`no copy is called "${name}"`);
    this.running.delete(name);
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.running.keys()].map((name) => this.kill(name)));
  }
}
