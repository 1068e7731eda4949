import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { jetstream, StorageType } from '@nats-io/jetstream';
import { type KV, Kvm } from '@nats-io/kv';
import { ClosedConnectionError, type NatsConnection } from '@nats-io/transport-node';
import { replicas } from './streams.js';

/** The broker takes a lease away that was not renewed for so long, by its own clock. */
const TTL_MS = 4_000;
/** By the holder's clock it is over before: nobody else can have it until then. */
const SURE_MS = 3_500;
const RENEW_EVERY_MS = 1_250;
const RENEW_WITHIN_MS = 1_000;
const ANSWER_WITHIN_MS = 2_000;
const TRY_AGAIN_MS = 100;
const ASK_AGAIN_MS = 750;

/**
 * By which a lease is known to be our own. Whoever starts a copy again when it has ended may give it a name by
 * `REDRESS_COPY`, so that it need not wait until the lease of the one before it is over; no two that run may have the same.
 */
export const SELF = process.env['REDRESS_COPY'] ?? randomUUID();

/** Another took the lease, or it could not be renewed in time. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

export type Work = (signal: AbortSignal, isHeld: () => boolean) => Promise<void>;

/** Who holds a lease, and what is done besides while another does. */
export type Holding = { readonly holder?: string; readonly standingBy?: () => Promise<void> };

/**
 * Works while holding a lease that only one process has at a time; until then it stands by. The signal that the work
 * gets aborts when the lease cannot be renewed, before another process could get it. A process that was halted and goes
 * on finds out a moment late: `isHeld` says it at once, and what must hold in any case is not left to a lease.
 */
export const whileLeading = async (
  connection: NatsConnection,
  lease: string,
  work: Work,
  stop: AbortSignal,
  { holder = SELF, standingBy }: Holding = {},
): Promise<void> => {
  const bucket = await leases(connection, stop);
  let asked = performance.now();
  let taken = await take(bucket, lease, holder);
  while (typeof taken === 'string') {
    await standingBy?.();
    await pause(ASK_AGAIN_MS, undefined, { signal: stop });
    asked = performance.now();
    taken = await take(bucket, lease, holder);
  }

  const held = new Held(bucket, lease, holder, taken, asked);
  const lost = new AbortController();
  const done = new AbortController();
  const renewal = held.renewing(done.signal).catch((cause: unknown) => {
    lost.abort(new LeaseLost(lease, { cause }));
  });
  try {
    await work(AbortSignal.any([stop, lost.signal]), () => held.isSure);
  } finally {
    done.abort();
    await renewal;
    if (!connection.isClosed() && !lost.signal.aborted) await giveBack(bucket, lease, held.revision);
  }
};

/**
 * Kept in memory by as many servers as all else: when they are gone so are the leases, and are free.
 * @throws when the connection is closed; while the broker does not answer it is asked again.
 */
export const leases = async (connection: NatsConnection, stop: AbortSignal): Promise<KV> => {
  const manager = new Kvm(jetstream(connection, { timeout: ANSWER_WITHIN_MS }));
  for (;;) {
    try {
      return await manager.create('LEASES', {
        ttl: TTL_MS,
        storage: StorageType.Memory,
        replicas: replicas(),
      });
    } catch (error) {
      if (connection.isClosed() || stop.aborted) throw error;
      await pause(ASK_AGAIN_MS, undefined, { signal: stop });
    }
  }
};

/**
 * The revision of the lease when it was free or already our own; otherwise whether another has it, or that it is not
 * clear: another was first, what was read was old, or the broker did not answer.
 */
export const take = async (
  bucket: KV,
  lease: string,
  holder: string,
): Promise<number | 'anothers' | 'unclear'> => {
  try {
    const held = await bucket.get(lease);
    if (held?.operation === 'PUT' && held.string() !== holder) return 'anothers';
    return await (held
      ? bucket.update(lease, holder, held.revision, RENEW_WITHIN_MS)
      : bucket.create(lease, holder));
  } catch (error) {
    if (error instanceof ClosedConnectionError) throw error;
    return 'unclear';
  }
};

/** So that another need not wait; unless one has it by now. */
export const giveBack = (bucket: KV, lease: string, previousSeq: number): Promise<void> =>
  bucket.delete(lease, { previousSeq }).catch(() => undefined);

class Held {
  constructor(
    private readonly bucket: KV,
    private readonly lease: string,
    private readonly holder: string,
    public revision: number,
    /** When it was asked for, which is before the broker began to count. */
    private renewedAt: number,
  ) {}

  get isSure(): boolean {
    return performance.now() - this.renewedAt < SURE_MS;
  }

  /** Resolves when told; throws when it is no longer sure. */
  async renewing(done: AbortSignal): Promise<void> {
    for (;;) {
      await pause(RENEW_EVERY_MS, undefined, { signal: done }).catch(() => undefined);
      if (done.aborted) return;
      await this.renew(done);
    }
  }

  /** Again and again, since the answer may have been lost, or the broker be choosing who leads. */
  private async renew(done: AbortSignal): Promise<void> {
    for (let attempt = 1; !done.aborted; attempt += 1) {
      const began = performance.now();
      const late = pause(SURE_MS - (began - this.renewedAt), 'late' as const, { ref: false });
      const renewed = await Promise.race([this.renewedAs(attempt), late]).catch((error: unknown) => error);
      if (renewed === 'anothers' || !this.isSure) throw new Error('not renewed', { cause: renewed });
      if (typeof renewed === 'number') {
        [this.revision, this.renewedAt] = [renewed, began];
        return;
      }
      await pause(TRY_AGAIN_MS);
    }
  }

  private renewedAs(attempt: number): ReturnType<typeof take> {
    const { bucket, lease, holder, revision } = this;
    return attempt === 1
      ? bucket.update(lease, holder, revision, RENEW_WITHIN_MS)
      : take(bucket, lease, holder);
  }
}
