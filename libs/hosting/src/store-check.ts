import type { Checkpoints } from '@redress/eventsourcing/checkpoints';
import type { EventStore } from '@redress/eventsourcing/event-store';

const NAME = 'health';
/** However often it is asked. */
const AGAIN_AFTER_MS = 2_000;
const PATIENCE_MS = 2_000;

/**
 * Whether the store takes more, found out by writing: what is full or read-only says so in no other way. It is a checkpoint that
 * is written, which lies where the events lie and of which the last alone is kept.
 */
export class StoreCheck {
  private checked: { readonly at: number; readonly took: Promise<boolean> } | undefined;

  constructor(
    private readonly store: { readonly events: EventStore; readonly checkpoints: Checkpoints },
    private readonly patienceMs = PATIENCE_MS,
  ) {}

  takesMore(): Promise<boolean> {
    const { checked } = this;
    if (checked && performance.now() - checked.at < AGAIN_AFTER_MS) return checked.took;
    const took = this.takesOne();
    this.checked = { at: performance.now(), took };
    return took;
  }

  private async takesOne(): Promise<boolean> {
    const { events, checkpoints } = this.store;
    const written = events.last().then((last) => checkpoints.note(NAME, last));
    const late = new Promise<never>((_, reject) =>
      setTimeout(() => {
        reject(new Error('too late'));
      }, this.patienceMs).unref(),
    );
    return Promise.race([written, late]).then(
      () => true,
      () => false,
    );
  }
}
