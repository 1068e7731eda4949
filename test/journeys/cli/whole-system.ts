import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import type { Status } from '@redress/contracts/readiness';
import { freePort, Launched } from '../../faults/launcher/launched.js';
import { type Call, callerOf } from '../caller.js';

const START = fileURLToPath(new URL('../../../deploy/launcher/start.mjs', import.meta.url));
const CLI = fileURLToPath(new URL('../../../services/cli/dist/main.js', import.meta.url));

/** What a command of the client left behind. */
export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };

export type Running = { readonly child: ChildProcess; readonly ended: Promise<Ran> };

/** Everything as `npm start` runs it, with data and ports of its own, and the command-line client for it. */
export class WholeSystem {
  readonly call: Call;

  /** Of the gateway, without a slash at the end. */
  readonly url: string;

  private constructor(
    readonly folder: string,
    readonly launched: Launched,
    private readonly port: number,
  ) {
    this.url = `http://127.0.0.1:${String(port)}`;
    this.call = callerOf(this.url);
  }

  /** `more` is set besides. */
  static async start(more: Readonly<Record<string, string>> = {}): Promise<WholeSystem> {
    const folder = mkdtempSync(join(tmpdir(), 'redress-whole-'));
    const port = await freePort();
    // Cases of the past are walked here, on which much would fall due while they are counted.
    const env = { REDRESS_PORT: String(port), REDRESS_TIMER_SECONDS: '0', ...more };
    const launched = new Launched(join(folder, 'data'), env, START);
    await launched.running();
    return new WholeSystem(folder, launched, port);
  }

  async stop(): Promise<void> {
    await this.launched.end('SIGTERM');
    rmSync(this.folder, { recursive: true, force: true });
  }

  get data(): string {
    return this.launched.data;
  }

  /** What a shell needs to speak with it. */
  get environment(): Readonly<Record<string, string>> {
    return { REDRESS_DATA: this.data, REDRESS_PORT: String(this.port), NO_COLOR: '1' };
  }

  /** Begins a command: `import opinions file.csv`. */
  begin(...args: readonly string[]): Running {
    return this.beginAt(this.port, ...args);
  }

  /** The same through a gateway on another port. */
  beginAt(port: number, ...args: readonly string[]): Running {
    const env = { ...process.env, ...this.environment, REDRESS_PORT: String(port) };
    const child = spawn(process.execPath, [CLI, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const said = { out: '', err: '' };
    child.stdout.on('data', (text: Buffer) => (said.out += text.toString()));
    child.stderr.on('data', (text: Buffer) => (said.err += text.toString()));
    const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }));
    return { child, ended };
  }

  redress(...args: readonly string[]): Promise<Ran> {
    return this.begin(...args).ended;
  }

  get operatorToken(): string {
    return readFileSync(join(this.data, 'operator.token'), 'utf8').trim();
  }

  /** How many events each service has recorded; of one that does not answer just now, nothing. */
  async recorded(): Promise<Readonly<Partial<Record<string, number>>>> {
    const answer = await this.call('GET', '/api/status', { token: this.operatorToken }).catch(
      () => undefined,
    );
    const services = answer?.status === 200 ? (answer.body as unknown as Status).services : [];
    return Object.fromEntries(services.map(({ service, last }) => [service, Number(last)]));
  }
  /** The same, but for the directory without what it keeps of each time that somebody was looked up. */
  async recordedButReadings(): Promise<Readonly<Partial<Record<string, number>>>> {
    const db = new DatabaseSync(join(this.data, 'directory.sqlite'), { readOnly: true });
    try {
      const counted = db
        .prepare("SELECT count(*) AS count FROM events WHERE stream NOT LIKE 'reading-%'")
        .get();
      return { ...(await this.recorded()), directory: Number(counted?.['count']) };
    } finally {
      db.close();
    }
  }
}
