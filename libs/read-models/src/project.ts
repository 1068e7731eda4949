import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Event, lifted } from '@redress/contracts/event';
import { type Position, START } from '@redress/contracts/values';
import type { EventStore, Slice } from '@redress/eventsourcing/event-store';
import { type AnyRow, type Change, changesFor, type Projection } from './projection.js';
import type { ReadModels, Shadow } from './read-models.js';

const SLICE = 1_000;

const prefixesOf = ({ of }: { readonly of: { readonly name: string } }): readonly string[] => [`${of.name}-`];

const changesOf = <E extends Event, Row extends AnyRow>(
  projection: Projection<E, Row>,
  { events }: Slice,
): readonly Change<Row>[] => events.flatMap((event) => changesFor(projection, lifted(projection.of, event)));

/** Keeps a read model up with the store, from where it stopped until the signal aborts. */
export async function project<E extends Event, Row extends AnyRow>(
  store: Pick<EventStore, 'follow'>,
  models: Pick<ReadModels, 'apply' | 'positionOf'>,
  projection: Projection<E, Row>,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    let from = await models.positionOf(projection);
    for await (const slice of store.follow(from, prefixesOf(projection), signal)) {
      // Another projector of the same model was first, or a rebuilt one took its place: look again where it stands.
      if (!(await models.apply(projection, changesOf(projection, slice), from, slice.upTo))) break;
      from = slice.upTo;
    }
  }
}

/**
 * Makes a read model anew from the whole log beside the one in use, then puts it in its place: not before it has come
 * as far, so that no query sees less than the one before. Queries are answered and events appended all the while.
 * Resolves with the position it had come to when swapped.
 *
 * @throws when another rebuild of the same model was begun meanwhile, or the model is further than the log.
 */
export async function rebuild<E extends Event, Row extends AnyRow>(
  store: EventStore,
  models: ReadModels,
  projection: Projection<E, Row>,
  signal: AbortSignal,
): Promise<Position> {
  const shadow = await models.shadowOf(projection);
  try {
    let upTo = await catchUp(store, shadow, projection, START, signal);
    while (!(await shadow.swap())) {
      const from = upTo;
      upTo = await catchUp(store, shadow, projection, from, signal);
      if (upTo === from) throw new Error(`${projection.name} was not made anew: it is not as the log has it`);
    }
    return upTo;
  } catch (error) {
    await shadow.drop();
    throw error;
  }
}

const catchUp = async <E extends Event, Row extends AnyRow>(
  store: EventStore,
  shadow: Shadow,
  projection: Projection<E, Row>,
  start: Position,
  signal: AbortSignal,
): Promise<Position> => {
  const end = await store.last();
  let from = start;
  while (from < end) {
    signal.throwIfAborted();
    const slice = await store.readAll(from, prefixesOf(projection), SLICE);
    if (!(await shadow.apply(projection, changesOf(projection, slice), from, slice.upTo)))
      throw new Error(`${projection.name} is being made anew by another`);
    from = slice.upTo;
    // The rest of the service goes on meanwhile.
    await nextTurn();
  }
  return from;
};
