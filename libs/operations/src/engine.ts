import { readFileSync } from 'node:fs';
import type { Recorded } from '@redress/contracts/event';
import { type Position, START } from '@redress/contracts/values';
import type { EventStore } from '@redress/eventsourcing/event-store';
import { OperationFailed } from './operation-failed.js';

/** The services that have events of their own. */
export const SERVICES = ['directory', 'identity', 'intake', 'rectification', 'inspection'] as const;
export type Service = (typeof SERVICES)[number];

/** The log of a service that lies outside the data folder, in slices. */
export type OutsideLog = { readonly service: string; readonly events: AsyncIterable<readonly Recorded[]> };

/** Where the services keep their events. In SQLite they are files of the data folder, and there is nothing outside. */
export type Engine = {
  readonly kind: 'sqlite' | 'kurrentdb';
  /** Where the log that all services share ends now. */
  readonly end: () => Promise<Position>;
  /** What is in it of each service, up to there. */
  readonly logs: (end: Position) => Promise<readonly OutsideLog[]>;
  readonly close: () => void;
};

export const EMBEDDED: Engine = {
  kind: 'sqlite',
  end: () => Promise.resolve(START),
  logs: () => Promise.resolve([]),
  close: () => undefined,
};

/** By `REDRESS_EVENTS`, as it is set for the services. */
export const engineSet = (env: NodeJS.ProcessEnv): Promise<Engine> => {
  const set = env['REDRESS_EVENTS'] ?? '';
  if (set === '' || set === 'sqlite') return Promise.resolve(EMBEDDED);
  if (set === 'kurrentdb') return outside(env);
  throw new OperationFailed(`REDRESS_EVENTS must be sqlite or kurrentdb, not ${JSON.stringify(set)}.`);
};

const outside = async (env: NodeJS.ProcessEnv): Promise<Engine> => {
  const { openKurrent } = await import('./kurrent.js');
  const kurrent = openKurrent(kurrentUrl(env), env['REDRESS_KURRENTDB_PREFIX']);
  return {
    kind: 'kurrentdb',
    end: () => kurrent.end(),
    logs: (end) =>
      Promise.resolve(
        SERVICES.map((service) => ({ service, events: slicesUpTo(kurrent.store(service), end) })),
      ),
    close: () => {
      kurrent.close();
    },
  };
};

/** @throws OperationFailed */
export const kurrentUrl = (env: NodeJS.ProcessEnv): string => {
  const file = env['REDRESS_KURRENTDB_URL_FILE'];
  const url = file ? readFileSync(file, 'utf8').trim() : env['REDRESS_KURRENTDB_URL'];
  if (url) return url;
  throw new OperationFailed('REDRESS_KURRENTDB_URL or REDRESS_KURRENTDB_URL_FILE must be set.');
};

/** Each slice is a subscription of its own on a server. */
const SLICE = 5_000;

/** The whole log of a service up to a position, or to where it ends when it is looked at. */
export async function* slicesUpTo(store: EventStore, end: Position): AsyncIterable<readonly Recorded[]> {
  for (let from = START; from < end;) {
    const { events, upTo } = await store.readAll(from, [''], SLICE);
    const within = events.filter(({ position }) => position <= end);
    if (within.length > 0) yield within;
    if (upTo === from) return;
    from = upTo;
  }
}
