import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { JetStreamApiError, StorageType } from '@nats-io/jetstream';
import { type KV, Kvm } from '@nats-io/kv';
import type { NatsConnection } from '@nats-io/transport-node';
import { replicas } from './streams.js';

const TTL_MS = 4_000;
const RENEW_EVERY_MS = 1_000;
const ASK_AGAIN_MS = 500;

/** This process; after its connection broke, a lease is still its own. */
const SELF = randomUUID();

/** Another took the lease, or it could not be renewed in time. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/**
 * Works while holding a lease that only one process has at a time; until then it stands by. The signal that the work
 * gets aborts when the lease cannot be renewed, before another process could get it.
 */
export const whileLeading = async (
  connection: NatsConnection,
  lease: string,
  work: (signal: AbortSignal) => Promise<void>,
  stop: AbortSignal,
  holder: string = SELF,
): Promise<void> => {
  const bucket = await new Kvm(connection).create('LEASES', {
    ttl: TTL_MS,
    storage: StorageType.Memory,
    replicas: replicas(),
  });
  let revision = await taken(bucket, lease, holder);
  while (revision === undefined) {
    await pause(ASK_AGAIN_MS, undefined, { signal: stop });
    revision = await taken(bucket, lease, holder);
  }

  const lost = new AbortController();
  const done = new AbortController();
  const renewal = renewing(bucket, lease, holder, revision, done.signal).catch((cause: unknown) => {
    lost.abort(new LeaseLost(lease, { cause }));
  });
  try {
    await work(AbortSignal.any([stop, lost.signal]));
  } finally {
    done.abort();
    await renewal;
    if (!connection.isClosed() && !lost.signal.aborted) await bucket.delete(lease);
  }
};

/** The revision of the lease when it was free or already our own. */
const taken = async (bucket: KV, lease: string, holder: string): Promise<number | undefined> => {
  const held = await bucket.get(lease);
  if (held?.operation === 'PUT' && held.string() !== holder) return undefined;
  const taking = held ? bucket.update(lease, holder, held.revision) : bucket.create(lease, holder);
  return taking.catch((error: unknown) => {
    if (!(error instanceof JetStreamApiError)) throw error;
    return undefined;
  });
};

const renewing = async (
  bucket: KV,
  lease: string,
  holder: string,
  first: number,
  done: AbortSignal,
): Promise<void> => {
  let revision = first;
  for (;;) {
    await pause(RENEW_EVERY_MS, undefined, { signal: done }).catch(() => undefined);
    if (done.aborted) return;
    revision = await bucket.update(lease, holder, revision, TTL_MS / 2);
  }
};
