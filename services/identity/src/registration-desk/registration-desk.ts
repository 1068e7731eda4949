import { type RegistrationEvent, registrationEvents } from '@redress/contracts/identity/registration.events';
import type { RegistrationRow } from '@redress/contracts/identity/registrations';
import type { Plain } from '@redress/contracts/event';
import type { Projection } from '@redress/read-models/projection';

/** A row as it is kept: nothing that was typed is in it, and that it lapsed is seen by the hour. */
export type KeptRegistration = Omit<Plain<RegistrationRow>, 'rosterNumber' | 'name'>;

/** 登记申请: one line a request to be registered. */
export const registrationDesk: Projection<RegistrationEvent, KeptRegistration> = {
  name: 'registrationDesk',
  version: 1,
  of: registrationEvents,
  indexes: [['askedAt'], ['status', 'askedAt'], ['status', 'lapsesAt']],
  search: [],
  on: {
    RegistrationAsked: ({ registrationId: id, lapsesAt }, { happenedAt: askedAt }) => ({
      put: { id, status: 'waiting', askedAt, lapsesAt },
    }),
    RegistrationAccepted: ({ registrationId, personId: person }) => ({
      set: registrationId,
      to: { status: 'accepted', person },
    }),
    RegistrationRefused: ({ registrationId, reason }) => ({
      set: registrationId,
      to: { status: 'refused', reason },
    }),
    InvitationFetched: ({ registrationId }) => ({ set: registrationId, to: { status: 'fetched' } }),
  },
};
