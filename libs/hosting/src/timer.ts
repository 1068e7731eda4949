import type { AnyProjection } from '@redress/read-models/projection';

/** What came of one look at what is due: how much was done, and with how much it did not succeed this time. */
export type Ticked = { readonly done: number; readonly failed: number };

/**
 * What a service does by itself because time goes by. Every so often it looks at what is due, whatever the hour; of
 * several copies of a service one looks, and two may for a moment. So it must find all that is due by now, and do nothing twice.
 */
export abstract class Timer {
  /** Unique within the service. */
  abstract readonly name: string;
  /** Where it looks. It waits until that has come as far as the log had when the service started. */
  abstract readonly watches: AnyProjection;
  /** Stops early when the signal aborts. What it throws is told, and the next look comes all the same. */
  abstract tick(signal: AbortSignal): Promise<Ticked>;
}
