import type { Position } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { Connection } from '@redress/store-kurrent/connection';
import { KurrentEventImport } from '@redress/store-kurrent/kurrent-event-import';
import { KurrentEventStore } from '@redress/store-kurrent/kurrent-event-store';
import { endOf } from '@redress/store-kurrent/stretch';

/** A server on which each service has streams of its own. */
export type Kurrent = {
  readonly end: () => Promise<Position>;
  readonly store: (service: string) => KurrentEventStore;
  readonly import: (service: string) => KurrentEventImport;
  readonly close: () => void;
};

export const openKurrent = (url: string, prefix = 'redress'): Kurrent => {
  const connection = new Connection(url);
  const namespace = (service: string): string => `${prefix}.${service}`;
  return {
    end: () => endOf(connection),
    store: (service) => new KurrentEventStore(connection, namespace(service), new Clock()),
    import: (service) => new KurrentEventImport(connection, namespace(service)),
    close: () => {
      connection.close();
    },
  };
};
