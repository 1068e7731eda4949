import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const FAKES = fileURLToPath(new URL('start-fakes.mjs', import.meta.url));

export type OurProcess = { readonly name: string; readonly pid: number; readonly began: string };

/** A launcher as `npm start` runs it, by default with stand-ins for services. */
export class Launched {
  private readonly child: ChildProcess;
  private readonly ended: Promise<number | string>;
  said = '';

  constructor(
    readonly data: string,
    env: Readonly<Record<string, string>>,
    start = FAKES,
  ) {
    this.child = spawn(process.execPath, [start], {
      env: { ...process.env, NATS_URL: '', REDRESS_DATA: data, NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (text: Buffer) => (this.said += text.toString()));
    this.ended = once(this.child, 'close').then(([code, signal]) => (code ?? signal) as number | string);
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error('the launcher could not be started');
    return this.child.pid;
  }

  async says(words: string): Promise<void> {
    const hasSaid = (): boolean => this.said.includes(words);
    await until(`the launcher says "${words}"`, () => hasSaid() || this.hasEnded);
    if (!hasSaid()) throw new Error(`It ended, having said:\n${this.said}`);
  }

  running(): Promise<void> {
    return this.says('Redress is running');
  }

  /** The exit code, or the signal that ended it. */
  end(signal?: NodeJS.Signals): Promise<number | string> {
    if (signal) this.child.kill(signal);
    return this.ended;
  }

  /** What it runs at this moment, as it has written down. */
  processes(): readonly OurProcess[] {
    return JSON.parse(readFileSync(join(this.data, 'run', 'processes.json'), 'utf8')) as OurProcess[];
  }

  processOf(name: string): OurProcess | undefined {
    return this.processes().find((one) => one.name === name);
  }

  log(name: string): string {
    return readFileSync(join(this.data, 'logs', `${name}.log`), 'utf8');
  }

  private get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }
}

/** Looks again and again until it is so, or says what was awaited in vain. */
export const until = async (what: string, isSo: () => boolean, withinMs = 30_000): Promise<void> => {
  const patience = Date.now() + withinMs;
  while (!isSo()) {
    if (Date.now() > patience) throw new Error(`Not within ${String(withinMs)} ms: ${what}`);
    await pause(20);
  }
};

export const isThere = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${String(pid)}/stat`, 'utf8'));
  } catch {
    return false;
  }
};

/** Somebody who listens on a port of loopback that the system picks. */
export const listener = async (): Promise<{ port: number; server: Server }> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return { port: address.port, server };
};

export const freePort = async (): Promise<number> => {
  const { port, server } = await listener();
  server.close();
  await once(server, 'close');
  return port;
};
