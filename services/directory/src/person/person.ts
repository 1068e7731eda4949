import { type PersonEvent, personEvents } from '@redress/contracts/directory/organisation.events';
import type { PersonId } from '@redress/contracts/values';
import type { Aggregate } from '@redress/eventsourcing/aggregate';

/** Somebody with a roster number; without an id, nobody yet. */
export type Person = { readonly id?: PersonId; readonly name?: string };

const evolve = (_: Person, { data: { personId: id, name } }: PersonEvent): Person => ({ id, name });

export const people: Aggregate<Person, PersonEvent> = { ...personEvents, initial: {}, evolve };
