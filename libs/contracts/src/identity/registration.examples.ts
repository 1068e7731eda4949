import { personId } from '../directory/organisation.examples.js';
import type { Instant, MessageId, RegistrationId, Sha256 } from '../values.js';
import { inSevenDays, invitationId } from './account.examples.js';
import type { RegistrationEvent } from './registration.events.js';

// One valid example of everything, for the specs of this service and of those who listen to it.
export const registrationId = '0190a5c4-3333-7aaa-8aaa-000000000011' as RegistrationId;
export const registrationCode = 'c'.repeat(64) as Sha256;
export const fetchId = '0190a5c4-3333-7aaa-8aaa-000000000012' as MessageId;
export const lapsesAt = '2026-04-03T08:00:00.000Z' as Instant;

export const registrationAsked = {
  type: 'RegistrationAsked',
  data: { registrationId, code: registrationCode, lapsesAt },
} satisfies RegistrationEvent;
export const registrationAccepted: Extract<RegistrationEvent, { type: 'RegistrationAccepted' }> = {
  type: 'RegistrationAccepted',
  data: { registrationId, personId, invitationId, expiresAt: inSevenDays },
};
export const registrationRefused = {
  type: 'RegistrationRefused',
  data: { registrationId, reason: 'the number is of another person' },
} satisfies RegistrationEvent;
export const invitationFetched = {
  type: 'InvitationFetched',
  data: { registrationId, fetchId },
} satisfies RegistrationEvent;

// Total: an event without an example does not compile.
export const registrationExamples: { readonly [E in RegistrationEvent as E['type']]: E } = {
  RegistrationAsked: registrationAsked,
  RegistrationAccepted: registrationAccepted,
  RegistrationRefused: registrationRefused,
  InvitationFetched: invitationFetched,
};
