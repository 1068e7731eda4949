import type { Category, Event } from '../event.js';
import type { Instant, InvitationId, MessageId, PersonId, RegistrationId, Sha256 } from '../values.js';

// Stored for ever: a type is never renamed, and its data changes only with a lift from the last version.
// What was typed is in none of them: whose it is nobody knows yet, and it goes when the request is over.
export type RegistrationEvent =
  /** `code` is the SHA-256 of what proves who asked. */
  | Event<'RegistrationAsked', { registrationId: RegistrationId; code: Sha256; lapsesAt: Instant }>
  | Event<
      'RegistrationAccepted',
      {
        registrationId: RegistrationId;
        personId: PersonId;
        invitationId: InvitationId;
        /** Until then the invitation is good. */
        expiresAt: Instant;
      }
    >
  | Event<'RegistrationRefused', { registrationId: RegistrationId; reason: string }>
  /** By `fetchId` the same request is known when it is sent again. */
  | Event<'InvitationFetched', { registrationId: RegistrationId; fetchId: MessageId }>;

export const registrationEvents: Category<RegistrationEvent> = {
  name: 'registration',
  lifts: {
    RegistrationAsked: [],
    RegistrationAccepted: [],
    RegistrationRefused: [],
    InvitationFetched: [],
  },
};
