import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { TimerHealth } from '@redress/contracts/health';
import type { Instant } from '@redress/contracts/values';
import type { Clock } from '@redress/eventsourcing/clock';
import { nameOf, placeOf } from '@redress/messaging/failure';
import type { Storage } from './storage.js';
import type { Ticked, Timer } from './timer.js';

const DEFAULT_SECONDS = 30;
const CATCH_UP_MS = 1_000;
const LATE_MS = 60_000;

/**
 * How long a timer waits after each look, from `REDRESS_TIMER_SECONDS`; with 0 it never looks, as while records of the
 * past are entered.
 * @throws RangeError when that is set to what is no number of seconds up to an hour.
 */
export const timerSeconds = (set = process.env['REDRESS_TIMER_SECONDS']): number => {
  if (set === undefined || set === '') return DEFAULT_SECONDS;
  const seconds = Number(set);
  if (/^\d{1,4}(\.\d{1,3})?$/.test(set) && seconds <= 3_600) return seconds;
  throw new RangeError(
    `REDRESS_TIMER_SECONDS must be a number of seconds up to 3600, not ${JSON.stringify(set)}`,
  );
};

/** Runs one timer, and keeps count of what came of it. */
export class Ticking {
  private readonly logger: Logger;
  private ticks = 0;
  private done = 0;
  private failed = 0;
  private last: { readonly at: Instant; readonly ms: number; readonly failed: number } | undefined;
  /** Since when it waits for its next look; undefined while it is not the one that looks. */
  private since: number | undefined;

  constructor(
    readonly timer: Timer,
    private readonly storage: Pick<Storage, 'events' | 'models'>,
    private readonly clock: Clock,
    private readonly seconds: number,
  ) {
    this.logger = new Logger(`timer ${timer.name}`);
  }

  /** `lastTickAt` is when the last look was over. */
  get health(): TimerHealth {
    const { ticks, done, failed, last } = this;
    const told = last && { lastTickAt: last.at, lastTickMs: last.ms };
    return {
      name: this.timer.name,
      everySeconds: this.seconds,
      ticks,
      done,
      failed,
      ...told,
      overdue: this.overdue,
    };
  }

  /** It has not looked for three of its periods, and at least a minute. */
  get isLate(): boolean {
    const patienceMs = Math.max(3_000 * this.seconds, LATE_MS);
    return this.since !== undefined && performance.now() - this.since > patienceMs;
  }

  get isOn(): boolean {
    return this.seconds > 0;
  }

  /** Without end, until the signal aborts. */
  async run(signal: AbortSignal): Promise<void> {
    this.since = performance.now();
    try {
      await this.untilCaughtUp(signal);
      for (;;) {
        await this.tick(signal);
        this.since = performance.now();
        await pause(this.seconds * 1_000, undefined, { signal });
      }
    } finally {
      this.since = undefined;
    }
  }

  private get overdue(): number {
    return Math.max(this.last?.failed ?? 0, this.isLate ? 1 : 0);
  }

  private async untilCaughtUp(signal: AbortSignal): Promise<void> {
    const { events, models } = this.storage;
    const { watches } = this.timer;
    const last = await events.last();
    for (;;) {
      signal.throwIfAborted();
      const isThere = await models.reached(watches, last, CATCH_UP_MS);
      if (isThere && !(await models.isOutdated(watches))) return;
      if (isThere) await pause(CATCH_UP_MS, undefined, { signal });
    }
  }

  private async tick(signal: AbortSignal): Promise<void> {
    const began = performance.now();
    const { done, failed } = await this.looked(signal);
    this.ticks += 1;
    this.done += done;
    this.failed += failed;
    this.last = { at: this.clock.now(), ms: Math.round(performance.now() - began), failed };
    if (failed > 0) this.logger.warn(`did not succeed with ${String(failed)}; they come again`);
  }

  private async looked(signal: AbortSignal): Promise<Ticked> {
    try {
      return await this.timer.tick(signal);
    } catch (error) {
      signal.throwIfAborted();
      this.logger.warn(`stopped early: ${nameOf(error)} ${placeOf(error)}`);
      return { done: 0, failed: 1 };
    }
  }
}
