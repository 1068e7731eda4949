import { type ChildProcess, fork } from 'node:child_process';
import { randomUUIDv7 } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor, Envelope } from '@redress/contracts/envelope';
import type { CaseId, Instant, MessageId } from '@redress/contracts/values';
import { TestBroker } from '@redress/messaging/nats-server.testing';
import { natsClient, NatsServices } from '@redress/messaging/nats-services';

export type Started = { readonly child: ChildProcess; readonly setUpToken: string };

/** The directory and identity, each a process that can be killed, over a broker and a folder of their own. */
export class LoneIdentity {
  /** Whatever they wrote to their outputs. */
  said = '';
  private readonly running: ChildProcess[] = [];

  private constructor(
    private readonly broker: TestBroker,
    private readonly folder: string,
    readonly services: NatsServices,
  ) {}

  static async prepared(): Promise<LoneIdentity> {
    const broker = await TestBroker.start();
    const folder = mkdtempSync(join(tmpdir(), 'redress-identity-'));
    return new LoneIdentity(broker, folder, new NatsServices(natsClient(broker.url)));
  }

  /**
   * One more process, over the folder that all have unless `REDRESS_DATA` names another.
   * @throws Error with what was said, when it ends before it is ready
   */
  async started(
    service: 'directory' | 'identity',
    more: Readonly<Record<string, string>> = {},
  ): Promise<Started> {
    const main = join(import.meta.dirname, `../../services/${service}/dist/main.js`);
    const env = { ...process.env, NATS_URL: this.broker.url, REDRESS_DATA: this.folder, ...more };
    const child = fork(main, { env, silent: true, execArgv: [] });
    this.running.push(child);
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (this.said += text));
    let setUpToken = '';
    const ended = once(child, 'exit').then(() => [{ ended: true }]);
    for (;;) {
      const [message] = (await Promise.race([once(child, 'message'), ended])) as [
        { ready?: boolean; setUpToken?: string; ended?: boolean },
      ];
      if (message.ended) throw new Error(`${service} ended before it was ready: ${this.said}`);
      setUpToken = message.setUpToken ?? setUpToken;
      if (message.ready) return { child, setUpToken };
    }
  }

  async stop(): Promise<void> {
    for (const child of this.running) child.kill('SIGKILL');
    await this.services.onApplicationShutdown();
    await this.broker.stop();
    rmSync(this.folder, { recursive: true });
  }
}

/** The process is gone, at once. */
export const killed = async ({ child }: Started): Promise<void> => {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
};

export const envelope = (actor: Actor): Envelope => ({
  actor,
  correlationId: randomUUIDv7() as CaseId,
  causationId: randomUUIDv7() as MessageId,
  happenedAt: new Date().toISOString() as Instant,
});
