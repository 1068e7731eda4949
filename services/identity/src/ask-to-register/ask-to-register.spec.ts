import { expect, it } from '@jest/globals';
import {
  invitationFetched,
  lapsesAt,
  registrationAccepted,
  registrationAsked,
  registrationCode,
  registrationId,
  registrationRefused,
} from '@redress/contracts/identity/registration.examples';
import type { Instant, Sha256 } from '@redress/contracts/values';
import { specFor } from '@redress/eventsourcing/spec';
import { registrations } from '../registration/registration.js';
import { askToRegister, LAPSES_AFTER_DAYS } from './ask-to-register.js';

const { given } = specFor(registrations);
const now = '2026-03-20T08:41:07.123Z' as Instant;
const another = 'd'.repeat(64) as Sha256;
const ask = askToRegister(registrationId, registrationCode, now);

it('is written down with the hour alone, and when it lapses', () => {
  given().when(ask).yields(registrationAsked);
  expect(LAPSES_AFTER_DAYS).toBe(14);
});

it.each([
  ['with another code', given(registrationAsked), askToRegister(registrationId, another, now)],
  ['that has lapsed', given(registrationAsked), askToRegister(registrationId, registrationCode, lapsesAt)],
  ['that was refused', given(registrationAsked, registrationRefused), ask],
  ['that was accepted', given(registrationAsked, registrationAccepted), ask],
  ['that is over', given(registrationAsked, registrationAccepted, invitationFetched), ask],
])('is told that the id is taken by a request %s', (_, registration, decide) => {
  registration.when(decide).isRejected('registration-id-is-taken');
});
