import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { consumeBatches } from '@redress/messaging/batches';
import type { Published } from '@redress/messaging/published';
import { ReadModels } from '@redress/read-models/read-models';
import { auditedEvents, kept } from './audited-events.js';

/** Events that are kept in one transaction. */
const BATCH = 500;

/** Keeps what every service publishes, for as long as the audit runs. */
@Injectable()
export class Recorder implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly models: ReadModels) {}

  onApplicationBootstrap(): void {
    this.running = consumeBatches({
      service: 'audit',
      name: 'record-events',
      filter: '>',
      batch: BATCH,
      handle: (published) => this.keep(published),
      signal: this.stopping.signal,
    });
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** All or none. How far the consumer has come, the broker knows; the rows need no position of their own. */
  async keep(published: readonly Published[]): Promise<void> {
    const changes = published.map(({ service, event }) => kept(service, event));
    const stands = await this.models.positionOf(auditedEvents);
    if (!(await this.models.apply(auditedEvents, changes, stands, stands)))
      throw new Error('the rows of the audit were moved by another');
  }
}
