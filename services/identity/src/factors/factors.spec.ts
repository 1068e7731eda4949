import { describe, expect, it } from '@jest/globals';
import { personId } from '@redress/contracts/directory/organisation.examples';
import type { AccountEvent } from '@redress/contracts/identity/account.events';
import {
  closed,
  codesMade,
  enrolled,
  factorId,
  factorRemoved,
  invited,
  locked,
  opened,
  passwordSet,
  reset,
} from '@redress/contracts/identity/account.examples';
import { MOST_FACTORS } from '@redress/contracts/identity/enrolment';
import type { FactorId } from '@redress/contracts/values';
import { versioned } from '@redress/contracts/event';
import { fold } from '@redress/eventsourcing/aggregate';
import { having, specFor } from '@redress/eventsourcing/spec';
import { accounts } from '../account/account.js';
import { enrolFactor, makeRecoveryCodes, removeFactor } from './factors.js';

const { given } = specFor(accounts);
const open = [invited, opened, passwordSet] as const;
const another = '0190a5c4-3333-7aaa-8aaa-000000000004' as FactorId;
const passkey: Extract<AccountEvent, { type: 'FactorEnrolled' }> = {
  type: 'FactorEnrolled',
  data: { personId, factorId: another, kind: 'passkey' },
};
const many = (count: number) =>
  Array.from({ length: count }, (_, n) => having(enrolled, { factorId: `factor ${String(n)}` as FactorId }));

describe('a second factor', () => {
  const enrol = enrolFactor(personId, factorId, 'totp');

  it('is enrolled by whoever has an account that is open', () => {
    given(...open)
      .when(enrol)
      .yields(enrolled);
    given(...open, enrolled)
      .when(enrolFactor(personId, another, 'passkey'))
      .yields(passkey);
    given(...open, locked)
      .when(enrol)
      .isRejected('no-such-session');
    given(invited).when(enrol).isRejected('no-such-session');
    given(...open, closed)
      .when(enrol)
      .isRejected('no-such-session');
  });

  it('is one of ten at most', () => {
    given(...open, ...many(MOST_FACTORS - 1))
      .when(enrol)
      .yields(enrolled);
    given(...open, ...many(MOST_FACTORS))
      .when(enrol)
      .isRejected('too-many-factors');
    given(...open, ...many(MOST_FACTORS - 1), enrolled)
      .when(enrol)
      .changesNothing();
  });

  it('is removed once, also the last, unless there must be one', () => {
    given(...open, enrolled)
      .when(removeFactor(personId, factorId, false))
      .yields(factorRemoved);
    given(...open, enrolled, passkey)
      .when(removeFactor(personId, factorId, true))
      .yields(factorRemoved);
    given(...open, enrolled)
      .when(removeFactor(personId, factorId, true))
      .isRejected('second-factor-required');
    given(...open, enrolled, passkey, factorRemoved)
      .when(removeFactor(personId, another, true))
      .isRejected('second-factor-required');
  });

  it('cannot be removed where there is none, or nobody signs in', () => {
    given(...open, enrolled)
      .when(removeFactor(personId, another, false))
      .isRejected('no-such-factor');
    given(...open, enrolled, reset)
      .when(removeFactor(personId, factorId, false))
      .isRejected('no-such-factor');
    given(...open, enrolled, locked)
      .when(removeFactor(personId, factorId, false))
      .isRejected('no-such-session');
  });
});

describe('recovery codes', () => {
  it('are made anew each time, and only in the place of a factor', () => {
    const state = fold(
      accounts,
      [...open, enrolled, codesMade].map((event) => versioned(accounts, event)),
    );
    expect(makeRecoveryCodes(personId)(state)).toEqual([codesMade]);
    given(...open)
      .when(makeRecoveryCodes(personId))
      .isRejected('no-factor-yet');
    given(...open, enrolled, factorRemoved)
      .when(makeRecoveryCodes(personId))
      .isRejected('no-factor-yet');
    given(...open, enrolled, locked)
      .when(makeRecoveryCodes(personId))
      .isRejected('no-such-session');
  });
});
