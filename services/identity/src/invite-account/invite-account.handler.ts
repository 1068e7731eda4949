import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  type Invitation,
  type InvitationRejection,
  InviteAccount,
  ResetAccount,
} from '@redress/contracts/identity/invitations';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { accounts } from '../account/account.js';
import { People } from '../people/people.js';
import { OPENING } from '../secrets/opening.js';
import { Secrets } from '../secrets/secrets.js';
import { Invitations } from './invitations.js';
import { inviteAccount, resetAccount } from './invite-account.js';

type Reply = Promise<Outcome<InvitationRejection, Invitation>>;

@Controller()
export class InviteAccountHandler {
  constructor(
    private readonly store: EventStore,
    private readonly secrets: Secrets,
    private readonly people: People,
    private readonly invitations: Invitations,
  ) {}

  @MessagePattern(InviteAccount.subject)
  async invite(
    @Payload('command') { rosterNumber }: InviteAccount,
    @Payload('envelope') envelope: Envelope,
  ): Reply {
    const { actor, causationId, happenedAt } = envelope;
    const personId = await this.people.withNumber(rosterNumber);
    const drafted = this.invitations.draft(personId, causationId, happenedAt);
    const isKnown = await this.people.isKnown(personId);
    const decide = inviteAccount(drafted.invitation, isKnown, actor);
    const outcome = await transact(this.store, accounts, personId, envelope, decide);
    if ('rejected' in outcome) return outcome;
    // Who has left meanwhile is invited no more, by a repeat neither.
    if (!isKnown) return { rejected: 'no-such-person' };
    const handed = await this.invitations.handOver(drafted, happenedAt);
    return handed ? { ...outcome, ...handed } : { rejected: 'invitation-is-over' };
  }

  @MessagePattern(ResetAccount.subject)
  async reset(
    @Payload('command') { rosterNumber, reason }: ResetAccount,
    @Payload('envelope') envelope: Envelope,
  ): Reply {
    const { actor, causationId, happenedAt } = envelope;
    const personId = await this.people.withNumber(rosterNumber);
    const drafted = this.invitations.draft(personId, causationId, happenedAt);
    const decide = resetAccount(drafted.invitation, reason, actor);
    const outcome = await transact(this.store, accounts, personId, envelope, decide);
    if ('rejected' in outcome) return outcome;
    const takeAway = () => this.secrets.removeAll(OPENING, personId);
    const handed = await this.invitations.handOver(drafted, happenedAt, takeAway);
    return handed ? { ...outcome, ...handed } : { rejected: 'invitation-is-over' };
  }
}
