import { timingSafeEqual } from 'node:crypto';
import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import type { Invitation } from '@redress/contracts/identity/invitations';
import {
  FetchInvitation,
  type FetchingRejection,
  FollowRegistration,
  type RegistrationState,
} from '@redress/contracts/identity/registrations';
import type { Answer } from '@redress/contracts/query';
import type { RegistrationId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { Invitations } from '../invite-account/invitations.js';
import { People } from '../people/people.js';
import { type Registration, registrations, stateAt } from '../registration/registration.js';
import { sha256Of } from '../secrets/texts.js';
import { causeOf, fetchInvitation } from './fetch-invitation.js';

const NOBODYS = sha256Of('nobody has asked');

/** For whoever has the code of a request. A wrong one is told what is told of a request that nobody made, after the same work. */
@Controller()
export class FetchInvitationHandler {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly invitations: Invitations,
  ) {}

  @MessagePattern(FollowRegistration.subject)
  async follow(
    @Payload('query') { registrationId, code }: FollowRegistration,
  ): Promise<Answer<RegistrationState>> {
    const registration = await this.heldBy(code, registrationId);
    return (registration && stateAt(registration, this.clock.now())) ?? { rejected: 'not-found' };
  }

  @MessagePattern(FetchInvitation.subject)
  async fetch(
    @Payload('command') { registrationId, code }: FetchInvitation,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<FetchingRejection, Invitation>> {
    const registration = await this.heldBy(code, registrationId);
    if (!registration) return { rejected: 'no-such-registration' };
    const { causationId, happenedAt } = envelope;
    const drafted =
      registration.status === 'accepted'
        ? this.invitations.draft(registration.personId, causeOf(registrationId), happenedAt)
        : undefined;
    const isGood =
      drafted !== undefined &&
      (await this.invitations.goodUntil(drafted, happenedAt)) !== undefined &&
      (await this.people.isKnown(drafted.invitation.personId));
    // Whoever holds the code did it, whoever is signed in where it comes from.
    const asSubmitter: Envelope = { ...envelope, actor: { role: 'submitter' } };
    const decide = fetchInvitation(registrationId, causationId, isGood, happenedAt);
    const outcome = await transact(this.store, registrations, registrationId, asSubmitter, decide);
    if ('rejected' in outcome) return outcome;
    const handed = isGood ? await this.invitations.handOver(drafted, happenedAt) : undefined;
    return handed ? { ...outcome, ...handed } : { rejected: 'invitation-is-over' };
  }

  private async heldBy(code: string, id: RegistrationId): Promise<Registration | undefined> {
    const registration = await load(this.store, registrations, id);
    const kept = registration.status === 'unknown' ? NOBODYS : registration.code;
    const isHolder = timingSafeEqual(Buffer.from(kept), Buffer.from(sha256Of(code)));
    return isHolder && registration.status !== 'unknown' ? registration : undefined;
  }
}
