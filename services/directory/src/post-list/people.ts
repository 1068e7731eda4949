import { type PersonEvent, personEvents } from '@redress/contracts/directory/organisation.events';
import type { PersonId } from '@redress/contracts/values';
import type { Projection } from '@redress/read-models/projection';

export type NamedPerson = { readonly id: PersonId; readonly rosterNumber: string; readonly name: string };

export const peopleList: Projection<PersonEvent, NamedPerson> = {
  name: 'peopleList',
  version: 1,
  of: personEvents,
  indexes: [['rosterNumber']],
  search: [],
  on: {
    PersonRegistered: ({ personId: id, rosterNumber, name }) => ({ put: { id, rosterNumber, name } }),
    PersonRenamed: ({ personId, name }) => ({ set: personId, to: { name } }),
  },
};
