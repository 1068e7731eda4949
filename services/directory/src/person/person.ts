import { type PersonEvent, personEvents } from '@redress/contracts/directory/organisation.events';
import type { PersonId } from '@redress/contracts/values';
import type { Aggregate } from '@redress/eventsourcing/aggregate';

/** Somebody with a roster number; without an id, nobody yet. */
export type Person = {
  readonly id?: PersonId;
  readonly name?: string;
  readonly hasLeft: boolean;
  /** Under what the directory of the organisation has them. */
  readonly knownAs: { readonly userName?: string; readonly externalId?: string };
};

const evolve = (person: Person, { type, data }: PersonEvent): Person => {
  switch (type) {
    case 'PersonRegistered':
      return { ...person, id: data.personId, name: data.name };
    case 'PersonRenamed':
      return { ...person, name: data.name };
    case 'PersonKnownAs': {
      const { userName, externalId } = data;
      const names = {
        ...(userName !== undefined && { userName }),
        ...(externalId !== undefined && { externalId }),
      };
      return { ...person, knownAs: names };
    }
    case 'PersonDeparted':
      return { ...person, hasLeft: true };
    case 'PersonReturned':
      return { ...person, hasLeft: false };
  }
};

export const people: Aggregate<Person, PersonEvent> = {
  ...personEvents,
  initial: { hasLeft: false, knownAs: {} },
  evolve,
};
