import { type PersonEvent, personEvents } from '@redress/contracts/directory/organisation.events';
import { type Recorded, streamOf } from '@redress/contracts/event';
import type { PersonId } from '@redress/contracts/values';
import type { EventStore } from '@redress/eventsourcing/event-store';

type Standing = Extract<PersonEvent, { type: 'PersonDeparted' | 'PersonReturned' }>['type'];
const STANDINGS: readonly string[] = ['PersonDeparted', 'PersonReturned'] satisfies readonly Standing[];

/** The departure of somebody who is not back since; read from the stream, so that it holds from the moment it is written. */
export const departureOf = async (store: EventStore, person: PersonId): Promise<Recorded | undefined> => {
  const history = await store.shown(streamOf(personEvents, person));
  const last = history.findLast(({ type }) => STANDINGS.includes(type));
  return last?.type === 'PersonDeparted' ? last : undefined;
};

export const hasLeft = async (store: EventStore, person: PersonId): Promise<boolean> =>
  (await departureOf(store, person)) !== undefined;
