import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { AuditStatus } from '@redress/contracts/audit/status';
import type { ServiceHealth } from '@redress/contracts/health';
import type { Status } from '@redress/contracts/readiness';
import { OperationFailed } from '../operation-failed.js';

const LOOK_EVERY_MS = 500;
/** With nothing going on for so long, it is given up. */
const STANDS_STILL_MS = 180_000;

/** What leads elsewhere: the fresh system has all that it has in its own folder. */
const OWN: NodeJS.ProcessEnv = {
  NATS_URL: '',
  REDRESS_EVENTS: 'sqlite',
  REDRESS_ROWS: 'sqlite',
  REDRESS_KEYS: 'sqlite',
  REDRESS_EVIDENCE: 'folder',
  REDRESS_HOST: '127.0.0.1',
  // Nothing falls due in a system that is not the real one.
  REDRESS_TIMER_SECONDS: '0',
};
const NOT_OURS = [
  'REDRESS_NATS_PORT',
  'REDRESS_METRICS_PORT',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'REDRESS_TOKEN',
];

/** A whole system on free ports of this machine, from a data folder of its own. */
export class FreshSystem {
  private said = '';

  private constructor(
    private readonly child: ChildProcess,
    private readonly url: string,
    private readonly data: string,
  ) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text: Buffer) => (this.said = `${this.said}${text.toString()}`.slice(-4_000)));
  }

  /** @throws OperationFailed */
  static async start(launcher: string, data: string, env: NodeJS.ProcessEnv): Promise<FreshSystem> {
    const port = await freePort();
    const inherited = Object.fromEntries(Object.entries(env).filter(([name]) => !NOT_OURS.includes(name)));
    const child = spawn(process.execPath, [launcher], {
      env: { ...inherited, ...OWN, REDRESS_DATA: data, REDRESS_PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const system = new FreshSystem(child, `http://127.0.0.1:${String(port)}/api`, data);
    while (!system.said.includes('Redress is running')) {
      if (child.exitCode !== null || child.signalCode !== null)
        throw new OperationFailed(`The restored system does not start:\n${system.said}`);
      await pause(100);
    }
    return system;
  }

  /** Waits until rows, relays, reactions and the audit have everything. */
  async caughtUp(say: (line: string) => void): Promise<void> {
    let last = '';
    let movedAt = Date.now();
    for (;;) {
      const left = await this.left();
      if (left === 'nothing') return;
      if (left !== last) {
        if (left !== undefined) say(`left: ${left}`);
        [last, movedAt] = [left ?? last, Date.now()];
      }
      if (Date.now() - movedAt > STANDS_STILL_MS)
        throw new OperationFailed(`The restored system does not catch up: ${last}\n${this.said}`);
      await pause(LOOK_EVERY_MS);
    }
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }

  /** Undefined while somebody does not answer. */
  private async left(): Promise<string | undefined> {
    const status = await this.ask<Status>('/status');
    const audit = await this.ask<AuditStatus>('/status/audit');
    if (!status || status.missing.length > 0 || !audit) return undefined;
    const rows = sum(status.services.flatMap(({ projections }) => projections.map(({ lag }) => lag)));
    const unpublished = sum(status.services.map(({ relay }) => relay?.lag ?? 0));
    const waiting = sum(
      status.services.flatMap(({ reactions }) => reactions.map(({ pending }) => pending ?? 1)),
    );
    const unaudited = sum(status.services.map((one) => unauditedOf(one, audit)));
    if (rows + unpublished + waiting + unaudited === 0) return 'nothing';
    return `${String(rows)} for rows, ${String(unpublished)} to publish, ${String(waiting)} for reactions, ${String(unaudited)} for the audit`;
  }

  private async ask<Reply>(path: string): Promise<Reply | undefined> {
    try {
      const token = readFileSync(join(this.data, 'operator.token'), 'utf8').trim();
      const headers = { authorization: `Bearer ${token}` };
      const response = await fetch(`${this.url}${path}`, { headers, signal: AbortSignal.timeout(10_000) });
      return response.ok ? ((await response.json()) as Reply) : undefined;
    } catch {
      return undefined;
    }
  }
}

const unauditedOf = ({ service, last, relay }: ServiceHealth, { services }: AuditStatus): number => {
  if (!relay) return 0;
  return Number(last) - Number(services.find((one) => one.service === service)?.wholeUpTo ?? 0);
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || !address) throw new OperationFailed('no port is free');
  return address.port;
};
