import { describe, expect, it } from '@jest/globals';
import {
  fetchId,
  invitationFetched,
  lapsesAt,
  registrationAccepted,
  registrationAsked,
  registrationId,
  registrationRefused,
} from '@redress/contracts/identity/registration.examples';
import { inSevenDays } from '@redress/contracts/identity/account.examples';
import type { RegistrationEvent } from '@redress/contracts/identity/registration.events';
import { versioned } from '@redress/contracts/event';
import type { Instant, MessageId } from '@redress/contracts/values';
import { fold } from '@redress/eventsourcing/aggregate';
import { specFor } from '@redress/eventsourcing/spec';
import { registrations, stateAt } from '../registration/registration.js';
import { fetchInvitation } from './fetch-invitation.js';

const { given } = specFor(registrations);
const now = '2026-03-20T09:00:00.000Z' as Instant;
const justBefore = '2026-04-03T07:59:59.999Z' as Instant;
const another = '0190a5c4-3333-7aaa-8aaa-000000000013' as MessageId;
const accepted = given(registrationAsked, registrationAccepted);

describe('whoever has the code fetches the invitation', () => {
  it('once, and the same request again', () => {
    accepted.when(fetchInvitation(registrationId, fetchId, true, now)).yields(invitationFetched);
    given(registrationAsked, registrationAccepted, invitationFetched)
      .when(fetchInvitation(registrationId, fetchId, false, now))
      .changesNothing();
  });

  it.each([
    ['no-such-registration', given(), true, now],
    ['not-answered-yet', given(registrationAsked), true, justBefore],
    ['registration-has-lapsed', given(registrationAsked), true, lapsesAt],
    ['registration-is-refused', given(registrationAsked, registrationRefused), true, now],
    ['invitation-is-over', accepted, false, now],
  ] as const)('or is told %s', (reason, registration, isGood, at) => {
    registration.when(fetchInvitation(registrationId, fetchId, isGood, at)).isRejected(reason);
  });

  it('or that it was fetched already, whether or not it is good still', () => {
    for (const isGood of [true, false])
      given(registrationAsked, registrationAccepted, invitationFetched)
        .when(fetchInvitation(registrationId, another, isGood, now))
        .isRejected('invitation-was-fetched');
  });
});

describe('whoever has the code is told', () => {
  const told = (at: Instant, ...history: readonly RegistrationEvent[]) =>
    stateAt(
      fold(
        registrations,
        history.map((event) => versioned(registrations, event)),
      ),
      at,
    );

  it('how the request stands', () => {
    expect(told(now)).toBeUndefined();
    expect(told(now, invitationFetched)).toBeUndefined();
    expect(told(justBefore, registrationAsked)).toEqual({ status: 'waiting', lapsesAt });
    expect(told(lapsesAt, registrationAsked)).toEqual({ status: 'lapsed', lapsesAt });
    const { reason } = registrationRefused.data;
    expect(told(lapsesAt, registrationAsked, registrationRefused)).toEqual({
      status: 'refused',
      lapsesAt,
      reason,
    });
    const until = { lapsesAt, expiresAt: inSevenDays };
    expect(told(lapsesAt, registrationAsked, registrationAccepted)).toEqual({ status: 'accepted', ...until });
    expect(told(lapsesAt, registrationAsked, registrationAccepted, invitationFetched)).toEqual({
      status: 'fetched',
      ...until,
    });
    expect(told(now, registrationAsked, invitationFetched)).toEqual({ status: 'waiting', lapsesAt });
  });
});
