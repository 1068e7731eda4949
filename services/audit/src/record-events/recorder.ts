import { randomUUIDv7 } from 'node:crypto';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type Position, START } from '@redress/contracts/values';
import { consumeBatches } from '@redress/messaging/batches';
import type { Published } from '@redress/messaging/published';
import { supervise } from '@redress/messaging/supervise';
import { ReadModels } from '@redress/read-models/read-models';
import { heldOf, servicesSeen } from '../status/held.js';
import { auditedEvents, kept } from './audited-events.js';

/** Events that are kept in one transaction. */
const BATCH = 500;

/** Keeps what every service publishes, for as long as the audit runs. */
@Injectable()
export class Recorder implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly models: ReadModels) {}

  onApplicationBootstrap(): void {
    // What stops it, such as a file that is locked for long, passes.
    this.running = supervise('recorder', (signal) => this.record(signal), this.stopping.signal);
  }

  /** Before the rows are closed. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** All or none. How far the consumer has come, the broker knows. */
  async keep(published: readonly Published[]): Promise<void> {
    const changes = published.map(({ service, event }) => kept(service, event));
    const filling = await this.models.positionOf(auditedEvents);
    if (!(await this.models.apply(auditedEvents, changes, filling, filling)))
      throw new Error('these rows are being filled anew');
  }

  /**
   * By which name the broker knows the consumer that fills the rows. It is kept with the rows as their position, so
   * that new rows get a new consumer, which begins with the first event; and so do rows with a gap, as a power cut may
   * leave behind when the broker remembers what the rows do not.
   */
  async filling(): Promise<string> {
    const before = await this.models.positionOf(auditedEvents);
    if (before !== START && !(await this.hasGap())) return before;
    const anew = randomUUIDv7() as string as Position;
    const isOurs = await this.models.apply(auditedEvents, [], before, anew);
    return isOurs ? anew : this.models.positionOf(auditedEvents);
  }

  private async record(signal: AbortSignal): Promise<void> {
    await consumeBatches({
      service: 'audit',
      name: `record-events-${await this.filling()}`,
      called: 'record-events',
      filter: '>',
      batch: BATCH,
      handle: (published) => this.keep(published),
      signal,
    });
  }

  private async hasGap(): Promise<boolean> {
    const services = await servicesSeen(this.models);
    const held = await Promise.all(services.map((service) => heldOf(this.models, service)));
    return held.some(({ last, wholeUpTo }) => last !== wholeUpTo);
  }
}
