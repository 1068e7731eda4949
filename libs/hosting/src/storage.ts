import { join } from 'node:path';
import type { Checkpoints } from '@redress/eventsourcing/checkpoints';
import type { Clock } from '@redress/eventsourcing/clock';
import type { EventStore } from '@redress/eventsourcing/event-store';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import type { ReadModels } from '@redress/read-models/read-models';
import { SqliteCheckpoints } from '@redress/store-sqlite/sqlite-checkpoints';
import { SqliteEventStore } from '@redress/store-sqlite/sqlite-event-store';

/** What a service keeps, all in one file: `<REDRESS_DATA>/<service>.sqlite`. */
export class Storage {
  readonly events: EventStore;
  readonly models: ReadModels;
  readonly checkpoints: Checkpoints;
  readonly close: () => void;

  /** @throws StoreFault when the file cannot be used. */
  constructor(service: string, clock: Clock) {
    const file = join(process.env['REDRESS_DATA'] ?? 'data', `${service}.sqlite`);
    const events = new SqliteEventStore(file, clock);
    const models = new InMemoryReadModels();
    const checkpoints = new SqliteCheckpoints(file);
    this.events = events;
    this.models = models;
    this.checkpoints = checkpoints;
    this.close = () => {
      checkpoints.close();
      events.close();
    };
  }
}
