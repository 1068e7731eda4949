import { expect, it } from '@jest/globals';
import { personId } from '@redress/contracts/directory/organisation.examples';
import {
  invited,
  linked,
  locked,
  opened,
  passwordSet,
  subject,
} from '@redress/contracts/identity/account.examples';
import { versioned } from '@redress/contracts/event';
import type { Sha256 } from '@redress/contracts/values';
import { fold } from '@redress/eventsourcing/aggregate';
import { having, specFor } from '@redress/eventsourcing/spec';
import { accounts } from '../account/account.js';
import { linkIdentity } from './link-identity.js';

const { given } = specFor(accounts);
const openedThere = having(opened, { by: 'provider' });
const link = linkIdentity(personId, 'campus', subject);

it('opens the account of whoever comes first from there', () => {
  given().when(link).yields(openedThere, linked);
  given(invited).when(link).yields(openedThere, linked);
});

it('adds to an account that is open', () => {
  given(invited, opened, passwordSet).when(link).yields(linked);
  given(invited, opened, passwordSet, having(linked, { provider: 'city' }))
    .when(link)
    .yields(linked);
});

it('is silence for who is linked already, and no way in for another who is said to have the same number', () => {
  given(openedThere, linked).when(link).changesNothing();
  given(openedThere, linked)
    .when(linkIdentity(personId, 'campus', 'b'.repeat(64) as Sha256))
    .isRejected('linked-otherwise');
});

it('is refused to who is locked out', () => {
  given(openedThere, linked, locked).when(link).isRejected('account-locked');
});

it('leaves an account as it was otherwise', () => {
  const account = fold(
    accounts,
    [openedThere, linked].map((event) => versioned(accounts, event)),
  );
  expect(account).toMatchObject({
    status: 'open',
    operates: false,
    identities: [{ provider: 'campus', subject }],
  });
});
