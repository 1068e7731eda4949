import { setTimeout as pause } from 'node:timers/promises';
import { overConnection } from './connection.js';
import { giveBack, leases, SELF, take } from './lease.js';

const ASK_EVERY_MS = 1_250;
/** Whoever could not find out anything after so long begins. */
const UNKNOWN_MS = 2_000;

/** Must not reject, and ends with its signal. */
export type Work = (signal: AbortSignal) => Promise<void>;

/**
 * Works unless it is known that another process has the lease: also while nobody can be asked, because the broker is away
 * or choosing who leads. So it may happen that two work, and never that none does: for what is only wasted when
 * it is done twice.
 */
export const unlessAnotherLeads = async (
  lease: string,
  work: Work,
  stop: AbortSignal,
  { url, holder = SELF }: { readonly url?: string; readonly holder?: string } = {},
): Promise<void> => {
  const working = new Switch(work);
  const unknown = setTimeout(() => {
    working.on();
  }, UNKNOWN_MS);
  const asking = (): Promise<void> =>
    overConnection(
      async (connection, signal) => {
        const bucket = await leases(connection, signal);
        let revision: number | undefined;
        try {
          for (;;) {
            const taken = await take(bucket, lease, holder);
            clearTimeout(unknown);
            revision = typeof taken === 'number' ? taken : undefined;
            if (taken === 'anothers') await working.off();
            else working.on();
            await pause(ASK_EVERY_MS, undefined, { signal });
          }
        } finally {
          await (stop.aborted ? working.off() : undefined);
          if (revision !== undefined && !connection.isClosed()) await giveBack(bucket, lease, revision);
        }
      },
      stop,
      url,
    );
  while (!stop.aborted) {
    await asking().catch(() => {
      if (!stop.aborted) working.on();
    });
    await pause(ASK_EVERY_MS, undefined, { signal: stop }).catch(() => undefined);
  }
  clearTimeout(unknown);
  await working.off();
};

class Switch {
  private running: { readonly end: AbortController; readonly ended: Promise<void> } | undefined;

  constructor(private readonly work: Work) {}

  on(): void {
    if (this.running) return;
    const end = new AbortController();
    this.running = { end, ended: this.work(end.signal) };
  }

  async off(): Promise<void> {
    const { running } = this;
    this.running = undefined;
    running?.end.abort();
    await running?.ended;
  }
}
