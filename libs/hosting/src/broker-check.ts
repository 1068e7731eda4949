import { type JetStreamManager, jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { type Backlog, backlogOf } from '@redress/messaging/backlog';
import { natsOptions } from '@redress/messaging/nats-options';

/** Who asks for health waits no longer than this. */
const PATIENCE_MS = 1_000;

/** Asks the broker, over a connection of its own, whether it has JetStream, and how much waits there. */
export class BrokerCheck {
  private connecting: Promise<NatsConnection> | undefined;

  /** Undefined while it does not answer. */
  async backlogsOf(service: string, names: readonly string[]): Promise<readonly Backlog[] | undefined> {
    try {
      const manager = await this.manager();
      return await Promise.all(names.map((name) => backlogOf(manager, { service, name })));
    } catch {
      return undefined;
    }
  }

  async close(): Promise<void> {
    const { connecting } = this;
    // One that never came about goes with the process.
    const connection = await Promise.race([connecting?.catch(() => undefined), soon()]);
    await connection?.close();
  }

  private async manager(): Promise<JetStreamManager> {
    this.connecting ??= connect(natsOptions()).catch((error: unknown) => {
      this.connecting = undefined;
      throw error;
    });
    const connection = await Promise.race([this.connecting, soon()]);
    if (!connection) throw new Error('no connection yet');
    // Which asks whether there is JetStream.
    return jetstreamManager(connection, { timeout: PATIENCE_MS });
  }
}

const soon = (): Promise<undefined> =>
  new Promise((done) => {
    setTimeout(done, PATIENCE_MS, undefined).unref();
  });
