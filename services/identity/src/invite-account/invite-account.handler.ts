import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome, Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  type Invitation,
  type InvitationRejection,
  InviteAccount,
  ResetAccount,
} from '@redress/contracts/identity/invitations';
import type { Instant, InvitationId, PersonId, Sha256 } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { accounts } from '../account/account.js';
import { People } from '../people/people.js';
import { OPENING } from '../secrets/opening.js';
import { Secrets } from '../secrets/secrets.js';
import { idOf, Mint } from '../secrets/texts.js';
import { goodUntil, inviteAccount, type NewInvitation, resetAccount } from './invite-account.js';

type Reply = Promise<Outcome<InvitationRejection, Invitation>>;

type Drafted = { readonly text: string; readonly sha256: Sha256; readonly invitation: NewInvitation };

const GOOD_FOR_MS = 7 * 86_400_000;

@Controller()
export class InviteAccountHandler {
  constructor(
    private readonly store: EventStore,
    private readonly secrets: Secrets,
    private readonly people: People,
    private readonly mint: Mint,
  ) {}

  @MessagePattern(InviteAccount.subject)
  async invite(
    @Payload('command') { rosterNumber }: InviteAccount,
    @Payload('envelope') envelope: Envelope,
  ): Reply {
    const drafted = this.draft(await this.people.withNumber(rosterNumber), envelope);
    const { personId } = drafted.invitation;
    const isKnown = await this.people.isKnown(personId);
    const decide = inviteAccount(drafted.invitation, isKnown, envelope.actor);
    const outcome = await transact(this.store, accounts, personId, envelope, decide);
    if ('rejected' in outcome) return outcome;
    // Who has left meanwhile is invited no more, by a repeat neither.
    if (!isKnown) return { rejected: 'no-such-person' };
    return this.handedOver(drafted, envelope, outcome);
  }

  @MessagePattern(ResetAccount.subject)
  async reset(
    @Payload('command') { rosterNumber, reason }: ResetAccount,
    @Payload('envelope') envelope: Envelope,
  ): Reply {
    const drafted = this.draft(await this.people.withNumber(rosterNumber), envelope);
    const { personId } = drafted.invitation;
    const decide = resetAccount(drafted.invitation, reason, envelope.actor);
    const outcome = await transact(this.store, accounts, personId, envelope, decide);
    if ('rejected' in outcome) return outcome;
    return this.handedOver(drafted, envelope, outcome, () => this.secrets.removeAll(OPENING, personId));
  }

  private draft(personId: PersonId, { causationId, happenedAt }: Envelope): Drafted {
    const { text, sha256 } = this.mint.textFor('invitation', causationId);
    const expiresAt = new Date(Date.parse(happenedAt) + GOOD_FOR_MS).toISOString() as Instant;
    return { text, sha256, invitation: { personId, invitationId: idOf(sha256) as InvitationId, expiresAt } };
  }

  /**
   * After the event: an invitation that is in the log and nowhere else is made good when it is asked for again, as it was made then.
   * One that is over stays so: it is not made good twice, and what was set with it is not taken away.
   */
  private async handedOver(
    { text, sha256, invitation: { personId, invitationId } }: Drafted,
    { happenedAt }: Envelope,
    written: Written,
    first: () => Promise<unknown> = () => Promise.resolve(),
  ): Reply {
    const expiresAt = goodUntil(await load(this.store, accounts, personId), invitationId, happenedAt);
    if (expiresAt === undefined) return { rejected: 'invitation-is-over' };
    if (!(await this.secrets.find('invitation', sha256))) await first();
    await this.secrets.add('invitation', {
      id: sha256,
      person: personId,
      value: { isUsed: false },
      expiresAt,
    });
    return { ...written, invitation: text, expiresAt };
  }
}
