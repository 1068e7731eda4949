import { expect, it } from '@jest/globals';
import { personId } from '@redress/contracts/directory/organisation.examples';
import {
  closed,
  enrolled,
  invited,
  linked,
  locked,
  opened,
  passwordSet,
} from '@redress/contracts/identity/account.examples';
import { versioned } from '@redress/contracts/event';
import { fold } from '@redress/eventsourcing/aggregate';
import { specFor } from '@redress/eventsourcing/spec';
import { accounts } from '../account/account.js';
import { closeAccount } from './forget-person.js';

const { given } = specFor(accounts);

it('ends an account, however it stands, and there is nothing of it any more', () => {
  const histories = [[invited], [opened, passwordSet, enrolled, linked], [opened, locked]];
  for (const history of histories)
    given(...history)
      .when(closeAccount(personId))
      .yields(closed);
  const events = [opened, enrolled, linked, closed].map((event) => versioned(accounts, event));
  expect(fold(accounts, events)).toEqual(accounts.initial);
});

it('says nothing of who never had one', () => {
  given().when(closeAccount(personId)).changesNothing();
});
