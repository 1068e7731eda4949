import type { RegistrationEvent } from '@redress/contracts/identity/registration.events';
import type { FetchingRejection } from '@redress/contracts/identity/registrations';
import type { Instant, MessageId, RegistrationId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { hasLapsed, type Registration } from '../registration/registration.js';

/** Of what the invitation is made that a request leads to: whoever accepts it, and whenever, it is the same. */
export const causeOf = (registrationId: RegistrationId): string => `registration ${registrationId}`;

/** Whoever has the code is handed the invitation, once; the same request again is handed the same. */
export const fetchInvitation =
  (registrationId: RegistrationId, fetchId: MessageId, isGood: boolean, now: Instant) =>
  (registration: Registration): Decision<RegistrationEvent, FetchingRejection> => {
    switch (registration.status) {
      case 'unknown':
        return reject('no-such-registration');
      case 'refused':
        return reject('registration-is-refused');
      case 'waiting':
        return reject(hasLapsed(registration, now) ? 'registration-has-lapsed' : 'not-answered-yet');
      case 'accepted':
        if (registration.fetched === fetchId) return [];
        if (registration.fetched !== undefined) return reject('invitation-was-fetched');
        return isGood
          ? [{ type: 'InvitationFetched', data: { registrationId, fetchId } }]
          : reject('invitation-is-over');
    }
  };
