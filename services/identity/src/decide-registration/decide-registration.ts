import type { Rejected } from '@redress/contracts/command';
import type { Actor } from '@redress/contracts/envelope';
import type { AccountEvent } from '@redress/contracts/identity/account.events';
import type { RegistrationEvent } from '@redress/contracts/identity/registration.events';
import type {
  AcceptRegistration,
  DecidingRejection,
  RefuseRegistration,
} from '@redress/contracts/identity/registrations';
import type { Instant } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Account } from '../account/account.js';
import type { NewInvitation } from '../invite-account/invite-account.js';
import { hasLapsed, type Registration } from '../registration/registration.js';

type Decide = (registration: Registration) => Decision<RegistrationEvent, DecidingRejection>;

const mayDecide = ({ role }: Actor): boolean => role === 'office' || role === 'operator';

/** For whom the number that was typed is invited, or why nobody is. */
export type Offer = NewInvitation | Rejected<DecidingRejection>;

/** The office or the operator finds whoever asked in the roster. */
export const acceptRegistration =
  ({ registrationId }: AcceptRegistration, offer: Offer, actor: Actor, now: Instant): Decide =>
  (registration) => {
    if (!mayDecide(actor)) return reject('may-not-decide-on-registrations');
    if (registration.status === 'unknown') return reject('no-such-registration');
    if (registration.status === 'refused') return reject('registration-is-refused');
    if (registration.status === 'accepted') return [];
    if (hasLapsed(registration, now)) return reject('registration-has-lapsed');
    if ('rejected' in offer) return offer;
    return [{ type: 'RegistrationAccepted', data: { registrationId, ...offer } }];
  };

export const refuseRegistration =
  ({ registrationId, reason }: RefuseRegistration, actor: Actor, now: Instant): Decide =>
  (registration) => {
    if (!mayDecide(actor)) return reject('may-not-decide-on-registrations');
    if (registration.status === 'unknown') return reject('no-such-registration');
    if (registration.status === 'accepted') return reject('registration-is-accepted');
    if (registration.status === 'refused')
      return registration.reason === reason ? [] : reject('registration-is-refused');
    if (hasLapsed(registration, now)) return reject('registration-has-lapsed');
    return [{ type: 'RegistrationRefused', data: { registrationId, reason } }];
  };

/**
 * What accepting does to the account of that number. It opens no account that there is, and takes no invitation away that somebody may
 * hold already: what was typed proves nothing of who typed it.
 */
export const offerAccount =
  (invitation: NewInvitation, now: Instant) =>
  ({
    status,
    invitation: pending,
    invitationEnds = now,
  }: Account): Decision<AccountEvent, DecidingRejection> => {
    if (pending === invitation.invitationId) return [];
    if (status === 'locked') return reject('account-locked');
    if (status === 'open') return reject('account-open-already');
    if (invitationEnds > now) return reject('invited-already');
    return [{ type: 'AccountInvited', data: invitation }];
  };
