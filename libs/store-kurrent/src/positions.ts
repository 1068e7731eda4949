import type { Position as LogPosition, ReadPosition } from '@kurrent/kurrentdb-client';
import { type Position, START } from '@redress/contracts/values';
import { StoreFault } from '@redress/eventsourcing/store-fault';

const DIGITS = 20;

/** The server says so for none. */
const NONE = 2n ** 64n - 1n;

/**
 * Where in the log the event was committed, with leading zeros, so that positions are ordered as text. An append commits
 * each of its events by itself, so that where it was prepared is the same place.
 */
export const positionAt = ({ commit }: LogPosition): Position =>
  String(commit).padStart(DIGITS, '0') as Position;

export const isKnown = (position: LogPosition | undefined): position is LogPosition =>
  position !== undefined && position.commit < NONE && position.commit >= 0n;

/** @throws StoreFault for a position of another engine. */
export const logPosition = (position: Position): ReadPosition => {
  if (position === START) return 'start';
  if (position.length !== DIGITS)
    throw new StoreFault(`KurrentDB: ${position} is a position of another store`);
  const place = BigInt(position);
  return { commit: place, prepare: place };
};

export const later = (one: Position, other: Position): Position => (one > other ? one : other);
