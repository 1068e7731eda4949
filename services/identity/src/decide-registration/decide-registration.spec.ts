import { describe, it } from '@jest/globals';
import { head, officer, operator, personId } from '@redress/contracts/directory/organisation.examples';
import {
  inSevenDays,
  invitationId,
  invited,
  laterInvitationId,
  locked,
  opened,
  passwordSet,
  reset,
} from '@redress/contracts/identity/account.examples';
import {
  lapsesAt,
  registrationAccepted,
  registrationAsked,
  registrationId,
  registrationRefused,
} from '@redress/contracts/identity/registration.examples';
import type { Instant } from '@redress/contracts/values';
import { reject } from '@redress/eventsourcing/decision';
import { having, specFor } from '@redress/eventsourcing/spec';
import { accounts } from '../account/account.js';
import { registrations } from '../registration/registration.js';
import { acceptRegistration, offerAccount, refuseRegistration } from './decide-registration.js';

const { given } = specFor(registrations);
const now = '2026-03-20T09:00:00.000Z' as Instant;
const justBefore = '2026-04-03T07:59:59.999Z' as Instant;
const offer = { personId, invitationId, expiresAt: inSevenDays };
const ref = { registrationId };
const refusal = { registrationId, reason: registrationRefused.data.reason };
const waiting = given(registrationAsked);

describe('the office or the operator accepts', () => {
  it('whoever waits, once', () => {
    for (const actor of [officer, operator])
      waiting.when(acceptRegistration(ref, offer, actor, now)).yields(registrationAccepted);
    waiting.when(acceptRegistration(ref, offer, officer, justBefore)).yields(registrationAccepted);
    const other = { ...offer, invitationId: laterInvitationId };
    given(registrationAsked, registrationAccepted)
      .when(acceptRegistration(ref, other, operator, lapsesAt))
      .changesNothing();
  });

  it.each([
    ['may-not-decide-on-registrations', waiting, offer, head, now],
    ['no-such-registration', given(), offer, officer, now],
    ['registration-is-refused', given(registrationAsked, registrationRefused), offer, officer, now],
    ['registration-has-lapsed', waiting, offer, officer, lapsesAt],
    ['no-such-person', waiting, reject('no-such-person'), officer, now],
    ['person-has-left', waiting, reject('person-has-left'), officer, now],
    ['holds-a-post', waiting, reject('holds-a-post'), officer, now],
  ] as const)('or is told %s', (reason, registration, offered, actor, at) => {
    registration.when(acceptRegistration(ref, offered, actor, at)).isRejected(reason);
  });
});

describe('the office or the operator refuses', () => {
  it('whoever waits, for one reason', () => {
    for (const actor of [officer, operator])
      waiting.when(refuseRegistration(refusal, actor, now)).yields(registrationRefused);
  });

  it.each([
    ['may-not-decide-on-registrations', waiting, refusal, head, now],
    ['no-such-registration', given(), refusal, officer, now],
    ['registration-is-accepted', given(registrationAsked, registrationAccepted), refusal, officer, now],
    [
      'registration-is-refused',
      given(registrationAsked, registrationRefused),
      { ...refusal, reason: 'another' },
      officer,
      now,
    ],
    ['registration-has-lapsed', waiting, refusal, officer, lapsesAt],
  ] as const)('or is told %s', (reason, registration, command, actor, at) => {
    registration.when(refuseRegistration(command, actor, at)).isRejected(reason);
  });
});

describe('an account is offered', () => {
  const account = specFor(accounts).given;
  const later = { ...offer, invitationId: laterInvitationId };

  it('to whoever has none, and anew once an invitation before has expired', () => {
    account().when(offerAccount(offer, now)).yields(invited);
    account(invited)
      .when(offerAccount(later, inSevenDays))
      .yields(having(invited, { invitationId: laterInvitationId }));
  });

  it.each([
    ['invited-already', account(invited)],
    ['account-open-already', account(invited, opened, passwordSet)],
    ['account-open-already', account(invited, opened, passwordSet, reset, passwordSet)],
    ['account-locked', account(invited, opened, passwordSet, locked)],
  ] as const)('or it is %s', (reason, some) => {
    some.when(offerAccount(later, now)).isRejected(reason);
  });
});
