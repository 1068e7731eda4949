import type { EventEmitter } from 'node:events';
import type { Position } from '@redress/contracts/values';
import { woken } from '@redress/eventsourcing/woken';

/** How often to look where a model stands that another process may be moving. */
const POLL_MS = 50;

/** Waits until a model that says `name` whenever it moved stands at a position; false when time ran out first. */
export const awaitPosition = async (
  moved: EventEmitter,
  name: string,
  positionOf: () => Promise<Position>,
  position: Position,
  withinMs: number,
): Promise<boolean> => {
  const end = performance.now() + withinMs;
  const found = new AbortController();
  try {
    for (;;) {
      const more = woken(moved, name, Math.min(POLL_MS, withinMs), found.signal);
      if ((await positionOf()) >= position) return true;
      if (performance.now() >= end) return false;
      await more;
    }
  } finally {
    found.abort();
  }
};
