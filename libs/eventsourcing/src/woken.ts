import type { EventEmitter } from 'node:events';

/**
 * Resolves when the emitter next says `name`, after so many milliseconds, or when the signal aborts: whichever is
 * first. Nothing is left behind on the emitter or on the signal.
 */
export const woken = (
  emitter: EventEmitter,
  name: string,
  withinMs: number,
  signal: AbortSignal,
): Promise<void> =>
  new Promise((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      emitter.off(name, wake);
      signal.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, withinMs);
    emitter.once(name, wake);
    signal.addEventListener('abort', wake);
    if (signal.aborted) wake();
  });
