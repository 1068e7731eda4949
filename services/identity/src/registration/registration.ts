import { type RegistrationEvent, registrationEvents } from '@redress/contracts/identity/registration.events';
import type { RegistrationState } from '@redress/contracts/identity/registrations';
import type { Instant, MessageId, PersonId, Sha256 } from '@redress/contracts/values';
import type { Aggregate } from '@redress/eventsourcing/aggregate';

type Asked = {
  /** The SHA-256 of what proves who asked. */
  readonly code: Sha256;
  readonly lapsesAt: Instant;
};

/** Somebody's asking to be registered. That it lapses is no event: it is so from a moment on that was said at the beginning. */
export type Registration =
  | { readonly status: 'unknown' }
  | (Asked & { readonly status: 'waiting' })
  | (Asked & { readonly status: 'refused'; readonly reason: string })
  | (Asked & {
      readonly status: 'accepted';
      readonly personId: PersonId;
      readonly expiresAt: Instant;
      /** By which request the invitation was fetched. */
      readonly fetched: MessageId | undefined;
    });

const evolve = (registration: Registration, { type, data }: RegistrationEvent): Registration => {
  if (type === 'RegistrationAsked') {
    const { code, lapsesAt } = data;
    return { status: 'waiting', code, lapsesAt };
  }
  if (registration.status === 'unknown') return registration;
  const { code, lapsesAt } = registration;
  switch (type) {
    case 'RegistrationAccepted': {
      const { personId, expiresAt } = data;
      return { status: 'accepted', code, lapsesAt, personId, expiresAt, fetched: undefined };
    }
    case 'RegistrationRefused':
      return { status: 'refused', code, lapsesAt, reason: data.reason };
    case 'InvitationFetched':
      return registration.status === 'accepted' ? { ...registration, fetched: data.fetchId } : registration;
  }
};

export const registrations: Aggregate<Registration, RegistrationEvent> = {
  ...registrationEvents,
  initial: { status: 'unknown' },
  evolve,
};

/** How it stands at a moment, in the words of whoever asked; undefined for what nobody asked. */
export const stateAt = (registration: Registration, now: Instant): RegistrationState | undefined => {
  if (registration.status === 'unknown') return undefined;
  const { lapsesAt } = registration;
  switch (registration.status) {
    case 'waiting':
      return { status: hasLapsed(registration, now) ? 'lapsed' : 'waiting', lapsesAt };
    case 'refused':
      return { status: 'refused', lapsesAt, reason: registration.reason };
    case 'accepted': {
      const { expiresAt, fetched } = registration;
      return { status: fetched === undefined ? 'accepted' : 'fetched', lapsesAt, expiresAt };
    }
  }
};

export const hasLapsed = ({ lapsesAt }: Asked, now: Instant): boolean => lapsesAt <= now;
