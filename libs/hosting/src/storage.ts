import { join } from 'node:path';
import type { Checkpoints } from '@redress/eventsourcing/checkpoints';
import type { Clock } from '@redress/eventsourcing/clock';
import type { EventStore } from '@redress/eventsourcing/event-store';
import { SealedEventStore } from '@redress/sealing/sealed-event-store';
import type { Sealing } from '@redress/sealing/sealing';
import type { ReadModels } from '@redress/read-models/read-models';
import { SqliteCheckpoints } from '@redress/store-sqlite/sqlite-checkpoints';
import { SqliteEventStore } from '@redress/store-sqlite/sqlite-event-store';
import { SqliteReadModels } from '@redress/store-sqlite/sqlite-read-models';

/** What a service keeps, all in one file: `<REDRESS_DATA>/<service>.sqlite`. */
export class Storage {
  /** As rules and projections see them. */
  readonly events: EventStore;
  /** As they are stored and published: what is personal is sealed. */
  readonly stored: EventStore;
  readonly models: ReadModels;
  readonly checkpoints: Checkpoints;
  readonly close: () => void;

  /** @throws StoreFault when the file cannot be used. */
  constructor(service: string, clock: Clock, sealing: Sealing) {
    const file = join(process.env['REDRESS_DATA'] ?? 'data', `${service}.sqlite`);
    const events = new SqliteEventStore(file, clock);
    const models = new SqliteReadModels(file);
    const checkpoints = new SqliteCheckpoints(file);
    this.stored = events;
    this.events = new SealedEventStore(events, sealing);
    this.models = models;
    this.checkpoints = checkpoints;
    this.close = () => {
      checkpoints.close();
      models.close();
      events.close();
    };
  }
}
