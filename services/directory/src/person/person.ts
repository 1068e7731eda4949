import { type PersonEvent, personEvents } from '@redress/contracts/directory/organisation.events';
import type { Aggregate } from '@redress/eventsourcing/aggregate';

/** Somebody with a roster number; without a name, nobody yet. */
export type Person = { readonly name?: string };

const evolve = (_: Person, { data: { name } }: PersonEvent): Person => ({ name });

export const people: Aggregate<Person, PersonEvent> = { ...personEvents, initial: {}, evolve };
