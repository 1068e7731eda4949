import { describe, expect, it } from '@jest/globals';
import { officer, operator, personId } from '@redress/contracts/directory/organisation.examples';
import {
  ended,
  invited,
  locked,
  opened,
  passwordSet,
  unlocked,
} from '@redress/contracts/identity/account.examples';
import { versioned } from '@redress/contracts/event';
import { fold } from '@redress/eventsourcing/aggregate';
import { specFor } from '@redress/eventsourcing/spec';
import { accounts } from '../account/account.js';
import { endSessions, lockAccount, unlockAccount } from './keep-account.js';

const { given } = specFor(accounts);
const events = [invited, opened, passwordSet] as const;
const open = given(...events);

describe('the operator', () => {
  it('locks an account and unlocks it', () => {
    open.when(lockAccount(personId, 'on leave', operator)).yields(locked);
    given(...events, locked)
      .when(unlockAccount(personId, 'back again', operator))
      .yields(unlocked);
    open.when(unlockAccount(personId, 'back again', operator)).changesNothing();
  });

  it('ends all sessions, each time as a fact of its own', () => {
    const account = fold(
      accounts,
      events.map((event) => versioned(accounts, event)),
    );
    expect(endSessions(personId, 'a telephone was lost', operator)(account)).toEqual([ended]);
  });

  it.each([
    ['lock', lockAccount],
    ['unlock', unlockAccount],
    ['end the sessions of', endSessions],
  ])('may %s an account that there is, and nobody else may', (_, rule) => {
    open.when(rule(personId, 'for fun', officer)).isRejected('not-the-operator');
    given(invited)
      .when(rule(personId, 'too early', operator))
      .isRejected('no-such-account');
    given()
      .when(rule(personId, 'too early', operator))
      .isRejected('no-such-account');
  });
});
