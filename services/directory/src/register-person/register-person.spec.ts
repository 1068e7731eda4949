import { it } from '@jest/globals';
import {
  head,
  officer,
  operator,
  personId,
  personRenamed,
  register,
  registered,
} from '@redress/contracts/directory/organisation.examples';
import { specFor } from '@redress/eventsourcing/spec';
import { people } from '../person/person.js';
import { registerPerson } from './register-person.js';

const { given } = specFor(people);
const correction = { ...register, name: personRenamed.data.name };

it('registers a person, and corrects the name', () => {
  given()
    .when(registerPerson(register, operator, personId))
    .yields(registered);
  given(registered)
    .when(registerPerson(correction, officer, personId))
    .yields(personRenamed);
  given(registered, personRenamed)
    .when(registerPerson(register, officer, personId))
    .yields({
      ...personRenamed,
      data: { ...personRenamed.data, name: register.name },
    });
});

it('is for the operator and the office', () => {
  given()
    .when(registerPerson(register, head, personId))
    .isRejected('may-not-change-the-organisation');
});
