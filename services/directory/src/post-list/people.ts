import { type PersonEvent, personEvents } from '@redress/contracts/directory/organisation.events';
import type { Day, PersonId } from '@redress/contracts/values';
import type { Projection } from '@redress/read-models/projection';

export type NamedPerson = {
  readonly id: PersonId;
  readonly rosterNumber: string;
  readonly name: string;
  readonly userName?: string;
  /** As it is compared: its case says nothing. */
  readonly userNameSpelt?: string;
  readonly externalId?: string;
  readonly leftOn?: Day;
  readonly revision: number;
};

export const spelt = (userName: string): string => userName.toLowerCase();

export const peopleList: Projection<PersonEvent, NamedPerson> = {
  name: 'peopleList',
  version: 2,
  of: personEvents,
  indexes: [['rosterNumber'], ['userNameSpelt', 'rosterNumber'], ['externalId', 'rosterNumber']],
  search: [],
  on: {
    PersonRegistered: ({ personId: id, rosterNumber, name }, { revision }) => ({
      put: { id, rosterNumber, name, revision },
    }),
    PersonRenamed: ({ personId, name }, { revision }) => ({ set: personId, to: { name, revision } }),
    PersonKnownAs: ({ personId, userName, externalId }, { revision }) => ({
      set: personId,
      to: {
        userName: userName ?? null,
        userNameSpelt: userName === undefined ? null : spelt(userName),
        externalId: externalId ?? null,
        revision,
      },
    }),
    PersonDeparted: ({ personId, on: leftOn }, { revision }) => ({ set: personId, to: { leftOn, revision } }),
    PersonReturned: ({ personId }, { revision }) => ({ set: personId, to: { leftOn: null, revision } }),
  },
};
