import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { nameOf, placeOf } from './failure.js';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2_000;
/** What ran for so long before it failed begins anew with the first pause. */
const STEADY_MS = 30_000;

const logger = new Logger('supervise');

/** Runs something that has no end until the signal aborts; when it fails, again, after pauses that grow. */
export const supervise = async (
  name: string,
  run: (signal: AbortSignal) => Promise<unknown>,
  signal: AbortSignal,
): Promise<void> => {
  for (let pauseMs = FIRST_PAUSE_MS; !signal.aborted; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    const since = Date.now();
    try {
      await run(signal);
    } catch (error) {
      if (isStopped(signal)) return;
      logger.warn(`${name} stopped: ${nameOf(error)} ${placeOf(error)}; again in ${String(pauseMs)} ms`);
    }
    if (Date.now() - since > STEADY_MS) pauseMs = FIRST_PAUSE_MS;
    await pause(pauseMs, undefined, { signal }).catch(() => undefined);
  }
};

const isStopped = (signal: AbortSignal): boolean => signal.aborted;
