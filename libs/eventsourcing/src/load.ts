import { type Event, streamOf } from '@redress/contracts/event';
import { type Aggregate, fold } from './aggregate.js';
import type { EventStore } from './event-store.js';

/** The state of one stream as it is now; of one that has no event, the initial one. */
export const load = async <State, E extends Event>(
  store: EventStore,
  aggregate: Aggregate<State, E>,
  id: string,
): Promise<State> => fold(aggregate, await store.read(streamOf(aggregate, id)));
