import { type EventEmitter, once } from 'node:events';
import type { Position } from '@redress/contracts/values';

/** Waits until a model that says `name` whenever it moved stands at a position; false when time ran out first. */
export const awaitPosition = async (
  moved: EventEmitter,
  name: string,
  positionOf: () => Promise<Position>,
  position: Position,
  withinMs: number,
): Promise<boolean> => {
  const signal = AbortSignal.timeout(withinMs);
  for (;;) {
    const more = once(moved, name, { signal }).catch(() => undefined);
    if ((await positionOf()) >= position) return true;
    if (signal.aborted) return false;
    await more;
  }
};
