import { randomUUID } from 'node:crypto';
import { START } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import type { CheckpointsHome } from '@redress/eventsourcing/checkpoints.conformance';
import type { Home } from '@redress/eventsourcing/event-store.conformance';
import { Connection, type Patience, PATIENCE } from '@redress/store-kurrent/connection';
import { KurrentCheckpoints } from '@redress/store-kurrent/kurrent-checkpoints';
import { KurrentEventStore } from '@redress/store-kurrent/kurrent-event-store';

/** Stores on a server, each in a namespace that nobody else has: nothing of others is read or written. */
export const kurrentHome = (
  url: string,
  patience: Patience = PATIENCE,
): Omit<Home, 'open'> & {
  readonly open: (clock?: Clock) => KurrentEventStore;
  readonly checkpoints: CheckpointsHome;
  /** Whether a server answers, and takes appends. */
  readonly isReady: () => Promise<boolean>;
  readonly close: () => void;
} => {
  const namespaces = new Map<unknown, string>();
  const connections = [new Connection(url, patience), new Connection(url, patience)] as const;
  const [first, second] = connections;
  const opened = (connection: Connection, namespace: string, clock = new Clock()): KurrentEventStore => {
    const store = new KurrentEventStore(connection, namespace, clock);
    namespaces.set(store, namespace);
    return store;
  };
  const noting = (connection: Connection, namespace: string): KurrentCheckpoints => {
    const checkpoints = new KurrentCheckpoints(connection, namespace);
    namespaces.set(checkpoints, namespace);
    return checkpoints;
  };
  const of = (one: unknown): string => namespaces.get(one) ?? '';
  return {
    open: (clock) => opened(first, newNamespace(), clock),
    another: (store) => opened(second, of(store)),
    checkpoints: {
      open: () => noting(first, newNamespace()),
      another: (checkpoints) => noting(second, of(checkpoints)),
    },
    isReady: async () => {
      const checkpoints = new KurrentCheckpoints(first, newNamespace());
      const ready = async (): Promise<boolean> => {
        await checkpoints.note('ready', START);
        return (await checkpoints.positionOf('ready')) === START;
      };
      return ready().catch(() => false);
    },
    close: () => {
      for (const connection of connections) connection.close();
    },
  };
};

const newNamespace = (): string => `redress-test.${randomUUID()}`;
