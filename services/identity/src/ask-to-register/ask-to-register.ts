import { hourOf } from '@redress/contracts/anonymity';
import type { RegistrationEvent } from '@redress/contracts/identity/registration.events';
import type { AskingRejection } from '@redress/contracts/identity/registrations';
import type { Instant, RegistrationId, Sha256 } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { hasLapsed, type Registration } from '../registration/registration.js';

/** How long somebody waits for an answer at most. */
export const LAPSES_AFTER_DAYS = 14;

/** Anybody asks to be registered. Of who has no name yet only the hour is kept. */
export const askToRegister =
  (registrationId: RegistrationId, code: Sha256, now: Instant) =>
  (registration: Registration): Decision<RegistrationEvent, AskingRejection> => {
    if (registration.status === 'unknown') {
      const lapses = Date.parse(hourOf(now)) + LAPSES_AFTER_DAYS * 86_400_000;
      const lapsesAt = new Date(lapses).toISOString() as Instant;
      return [{ type: 'RegistrationAsked', data: { registrationId, code, lapsesAt } }];
    }
    const isAgain =
      registration.status === 'waiting' && registration.code === code && !hasLapsed(registration, now);
    return isAgain ? [] : reject('registration-id-is-taken');
  };
