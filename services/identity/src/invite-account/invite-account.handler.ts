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
import type { Instant, InvitationId, PersonId } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { accounts } from '../account/account.js';
import { People } from '../people/people.js';
import { OPENING } from '../secrets/opening.js';
import { Secrets } from '../secrets/secrets.js';
import { idOf, Mint, sha256Of } from '../secrets/texts.js';
import { inviteAccount, type NewInvitation, resetAccount } from './invite-account.js';

type Reply = Promise<Outcome<InvitationRejection, Invitation>>;

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
    const { text, invitation } = this.draft(await this.people.withNumber(rosterNumber), envelope);
    const { personId } = invitation;
    const decide = inviteAccount(invitation, await this.people.isKnown(personId), envelope.actor);
    const outcome = await transact(this.store, accounts, personId, envelope, decide);
    return 'rejected' in outcome ? outcome : { ...outcome, ...(await this.kept(text, invitation)) };
  }

  @MessagePattern(ResetAccount.subject)
  async reset(
    @Payload('command') { rosterNumber, reason }: ResetAccount,
    @Payload('envelope') envelope: Envelope,
  ): Reply {
    const { text, sha256, invitation } = this.draft(await this.people.withNumber(rosterNumber), envelope);
    const { personId } = invitation;
    const decide = resetAccount(invitation, reason, envelope.actor);
    const outcome = await transact(this.store, accounts, personId, envelope, decide);
    if ('rejected' in outcome) return outcome;
    // A repeat must not take away what was set with the first answer.
    if (!(await this.secrets.find('invitation', sha256))) await this.secrets.removeAll(OPENING, personId);
    return { ...outcome, ...(await this.kept(text, invitation)) };
  }

  private draft(personId: PersonId, { causationId, happenedAt }: Envelope) {
    const { text, sha256 } = this.mint.textFor('invitation', causationId);
    const expiresAt = new Date(Date.parse(happenedAt) + GOOD_FOR_MS).toISOString() as Instant;
    const invitation: NewInvitation = { personId, invitationId: idOf(sha256) as InvitationId, expiresAt };
    return { text, sha256, invitation };
  }

  /** After the event: an invitation that is in the log and nowhere else is made good when it is asked for again. */
  private async kept(text: string, { personId, expiresAt }: NewInvitation) {
    const id = sha256Of(text);
    await this.secrets.add('invitation', { id, person: personId, value: { isUsed: false }, expiresAt });
    return { invitation: text, expiresAt };
  }
}
