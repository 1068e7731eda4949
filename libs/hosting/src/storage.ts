import type { Checkpoints } from '@redress/eventsourcing/checkpoints';
import type { Clock } from '@redress/eventsourcing/clock';
import type { EventStore } from '@redress/eventsourcing/event-store';
import type { ReadModels } from '@redress/read-models/read-models';
import { SealedEventStore } from '@redress/sealing/sealed-event-store';
import type { Sealing } from '@redress/sealing/sealing';
import { Commits, ObservedEventStore } from './observed-event-store.js';
import { type Kept, keptEvents, keptRows, type Log } from './engines.js';

/** What a service keeps, each part by the engine that is set for it. */
export class Storage {
  /** As rules and projections see them. */
  readonly events: EventStore;
  /** As they are stored and published: what is personal is sealed. */
  readonly stored: EventStore;
  readonly models: ReadModels;
  readonly checkpoints: Checkpoints;

  private constructor(
    private readonly log: Kept<Log>,
    private readonly rows: Kept<ReadModels>,
    sealing: Sealing,
    commits: Commits,
  ) {
    this.stored = new ObservedEventStore(log.kept.events, commits);
    this.checkpoints = log.kept.checkpoints;
    this.events = new SealedEventStore(this.stored, sealing);
    this.models = rows.kept;
  }

  /** @throws StoreFault when what is set cannot be used, RangeError when nothing is called so. */
  static async opened(service: string, clock: Clock, sealing: Sealing): Promise<Storage> {
    const commits = new Commits();
    const log = await keptEvents(service, clock, (appends) => {
      commits.committed(appends);
    });
    try {
      return new Storage(log, await keptRows(service), sealing, commits);
    } catch (error) {
      await log.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.rows.close();
    await this.log.close();
  }
}
