import { BACKWARDS, END, type PrefixesFilter, streamNameFilter } from '@kurrent/kurrentdb-client';
import type { Recorded } from '@redress/contracts/event';
import { type Position, START } from '@redress/contracts/values';
import type { Slice } from '@redress/eventsourcing/event-store';
import type { Connection } from './connection.js';
import { asFault } from './faults.js';
import type { Names } from './names.js';
import { later, positionAt } from './positions.js';
import { Subscribed } from './subscribed.js';

/** How much text one slice may hold, about, in characters; at least one event is always in it. */
const MOST_TEXT = 16_000_000;

/** How many events the server looks at before it says how far it has come. */
export const WINDOW = 1_000;

export const beginningWith = (names: Names, prefixes: readonly string[]): PrefixesFilter =>
  streamNameFilter({
    prefixes: prefixes.map((prefix) => names.stream(prefix)),
    maxSearchWindow: WINDOW,
    checkpointInterval: 1,
  });

/** Where the log of the server ends, whoever wrote there. */
export const endOf = async (connection: Connection): Promise<Position> => {
  const [last] = await connection
    .list((client, asking) =>
      client.readAll({ ...asking, direction: BACKWARDS, fromPosition: END, maxCount: 1 }),
    )
    .catch((error: unknown) => {
      throw asFault(error);
    });
  const position = (last?.link ?? last?.event)?.position;
  return position ? positionAt(position) : START;
};

/**
 * A stretch of the log, read through a subscription: only that says how far the server looked when it found nothing, so that
 * what is rare in a long log is found, a stretch after the other.
 */
export const stretchAfter = (
  connection: Connection,
  names: Names,
  after: Position,
  prefixes: readonly string[],
  limit: number,
): Promise<Slice> => connection.led(() => stretch(connection, names, after, prefixes, limit));

const stretch = async (
  connection: Connection,
  names: Names,
  after: Position,
  prefixes: readonly string[],
  limit: number,
): Promise<Slice> => {
  const end = await endOf(connection);
  if (end <= after || prefixes.length === 0) return { events: [], upTo: later(after, end) };
  const subscribed = new Subscribed(connection, names, after, beginningWith(names, prefixes));
  const until = performance.now() + connection.patience.sliceMs;
  const events: Recorded[] = [];
  let upTo = after;
  let size = 0;
  try {
    for (;;) {
      const item = await subscribed.next(connection.patience.callMs);
      if (item === 'caught-up') return { events, upTo: later(upTo, end) };
      if ('event' in item) {
        events.push(item.event);
        size += item.size;
        upTo = item.event.position;
        if (events.length === limit || size > MOST_TEXT) return { events, upTo };
      } else upTo = later(upTo, item.upTo);
      if (upTo >= end || (upTo > after && performance.now() > until)) return { events, upTo };
    }
  } finally {
    subscribed.end();
  }
};
