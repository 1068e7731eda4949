import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { streamOf } from '@redress/contracts/event';
import {
  AcceptRegistration,
  type DecidingRejection,
  RefuseRegistration,
} from '@redress/contracts/identity/registrations';
import type { Instant } from '@redress/contracts/values';
import { fold } from '@redress/eventsourcing/aggregate';
import { reject } from '@redress/eventsourcing/decision';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { accounts } from '../account/account.js';
import { causeOf } from '../fetch-invitation/fetch-invitation.js';
import { Invitations } from '../invite-account/invitations.js';
import { People } from '../people/people.js';
import { registrations } from '../registration/registration.js';
import { Typed } from '../registration/typed.js';
import { acceptRegistration, type Offer, offerAccount, refuseRegistration } from './decide-registration.js';

type Reply = Promise<Outcome<DecidingRejection>>;

@Controller()
export class DecideRegistrationHandler {
  constructor(
    private readonly store: EventStore,
    private readonly typed: Typed,
    private readonly people: People,
    private readonly invitations: Invitations,
  ) {}

  /**
   * The account comes first: it says whether there is one already. Whoever is stopped between says it once more, and the invitation is
   * the same. Of a number that nobody has the gateway, which alone may command the directory, has somebody registered, and says it again.
   */
  @MessagePattern(AcceptRegistration.subject)
  async accept(
    @Payload('command') command: AcceptRegistration,
    @Payload('envelope') envelope: Envelope,
  ): Reply {
    const { registrationId } = command;
    const { expectedRevision, ...unseen } = envelope;
    const { actor, happenedAt } = envelope;
    const history = await this.store.read(streamOf(registrations, registrationId));
    const registration = fold(registrations, history);
    const isWaiting = registration.status === 'waiting';
    // Before anything is done elsewhere for what would then be turned down.
    if (isWaiting && expectedRevision !== undefined && expectedRevision !== history.length - 1)
      return { rejected: 'changed-meanwhile' };
    const offer = isWaiting ? await this.offerFor(command, happenedAt) : reject('registration-has-lapsed');
    const decide = acceptRegistration(command, offer, actor, happenedAt);
    const decided = decide(registration);
    if ('rejected' in decided) return decided;
    if (decided.length > 0 && !('rejected' in offer)) {
      const offered = offerAccount(offer, happenedAt);
      const invited = await transact(this.store, accounts, offer.personId, unseen, offered);
      if ('rejected' in invited) return invited;
    }
    return this.over(command, await transact(this.store, registrations, registrationId, envelope, decide));
  }

  @MessagePattern(RefuseRegistration.subject)
  async refuse(
    @Payload('command') command: RefuseRegistration,
    @Payload('envelope') envelope: Envelope,
  ): Reply {
    const { actor, happenedAt } = envelope;
    const decide = refuseRegistration(command, actor, happenedAt);
    return this.over(
      command,
      await transact(this.store, registrations, command.registrationId, envelope, decide),
    );
  }

  private async offerFor({ registrationId }: AcceptRegistration, now: Instant): Promise<Offer> {
    const typed = await this.typed.find(registrationId);
    if (!typed) return reject('registration-has-lapsed');
    const person = await this.people.find(typed.rosterNumber);
    if (person === undefined) return reject('no-such-person');
    if (!(await this.people.isKnown(person))) return reject('person-has-left');
    const { status } = await load(this.store, accounts, person);
    if (status === 'open') return reject('account-open-already');
    if (status === 'locked') return reject('account-locked');
    // Of a post more hangs on than speaking under a name.
    if ((await this.people.postsOf(person)).length > 0) return reject('holds-a-post');
    return this.invitations.draft(person, causeOf(registrationId), now).invitation;
  }

  private async over({ registrationId }: AcceptRegistration, outcome: Awaited<Reply>): Reply {
    if (!('rejected' in outcome)) await this.typed.remove(registrationId);
    return outcome;
  }
}
