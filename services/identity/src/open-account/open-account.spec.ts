import { describe, it } from '@jest/globals';
import { personId } from '@redress/contracts/directory/organisation.examples';
import {
  invitationId,
  invited,
  laterInvitationId,
  locked,
  opened,
  passwordSet,
  reset,
} from '@redress/contracts/identity/account.examples';
import { having, specFor } from '@redress/eventsourcing/spec';
import { accounts } from '../account/account.js';
import { acceptInvitation, setUp } from './open-account.js';

const { given } = specFor(accounts);
const firstOpened = having(opened, { by: 'set-up', operates: true });

describe('an invitation', () => {
  it('opens the account that it is for', () => {
    given(invited).when(acceptInvitation(personId, invitationId)).yields(opened, passwordSet);
  });

  it('sets another password after a reset', () => {
    given(invited, opened, passwordSet, reset)
      .when(acceptInvitation(personId, laterInvitationId))
      .yields(passwordSet);
  });

  it('says nothing new when there is a password already', () => {
    given(invited, opened, passwordSet).when(acceptInvitation(personId, invitationId)).changesNothing();
  });

  it('that another took the place of is none either when that one was accepted, or a password was set by the first start', () => {
    const later = having(invited, { invitationId: laterInvitationId });
    const replaced = given(invited, later, opened, passwordSet);
    replaced.when(acceptInvitation(personId, invitationId)).isRejected('no-such-invitation');
    replaced.when(acceptInvitation(personId, laterInvitationId)).changesNothing();
    given(invited, firstOpened, passwordSet)
      .when(acceptInvitation(personId, invitationId))
      .isRejected('no-such-invitation');
  });

  it('is none once the account was opened through a provider', () => {
    given(invited, having(opened, { by: 'provider' }))
      .when(acceptInvitation(personId, invitationId))
      .isRejected('no-such-invitation');
  });

  it('is used up when another password was set since, and one after a reset is not', () => {
    const changed = having(passwordSet, { because: 'changed' });
    given(invited, opened, passwordSet, changed)
      .when(acceptInvitation(personId, invitationId))
      .isRejected('no-such-invitation');
    given(invited, opened, passwordSet, reset, changed)
      .when(acceptInvitation(personId, laterInvitationId))
      .yields(passwordSet);
    given(invited, opened, passwordSet, reset)
      .when(acceptInvitation(personId, invitationId))
      .isRejected('no-such-invitation');
  });

  it('is none when a later one took its place, or the account is locked', () => {
    const again = having(invited, { invitationId: laterInvitationId });
    given(invited, again).when(acceptInvitation(personId, invitationId)).isRejected('no-such-invitation');
    given(invited, opened, passwordSet, reset, locked)
      .when(acceptInvitation(personId, laterInvitationId))
      .isRejected('account-locked');
  });
});

describe('the token of the first start', () => {
  it('opens an account that keeps the system, whether or not its person was invited', () => {
    given().when(setUp(personId)).yields(firstOpened, passwordSet);
    given(invited).when(setUp(personId)).yields(firstOpened, passwordSet);
  });

  it('opens none that is open or locked', () => {
    given(invited, opened, passwordSet).when(setUp(personId)).changesNothing();
    given(invited, opened, passwordSet, locked).when(setUp(personId)).isRejected('account-locked');
  });
});
