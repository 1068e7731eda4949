import type { PersonEvent } from '@redress/contracts/directory/organisation.events';
import type { PersonRejection, RegisterPerson } from '@redress/contracts/directory/people';
import type { Actor } from '@redress/contracts/envelope';
import type { PersonId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Person } from '../person/person.js';
import { mayOrganise } from '../record-unit/may-organise.js';

/** The operator or the office says what somebody with a roster number is called. */
export const registerPerson =
  ({ rosterNumber, name }: RegisterPerson, actor: Actor, personId: PersonId) =>
  (person: Person): Decision<PersonEvent, PersonRejection> => {
    if (!mayOrganise(actor)) return reject('may-not-change-the-organisation');
    if (person.name === name) return [];
    return person.name === undefined
      ? [{ type: 'PersonRegistered', data: { personId, rosterNumber, name } }]
      : [{ type: 'PersonRenamed', data: { personId, name } }];
  };
