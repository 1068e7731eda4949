import { Injectable } from '@nestjs/common';
import type { Instant, InvitationId, PersonId, Sha256 } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { accounts } from '../account/account.js';
import { Secrets } from '../secrets/secrets.js';
import { idOf, Mint } from '../secrets/texts.js';
import { goodUntil, type NewInvitation } from './invite-account.js';

const GOOD_FOR_MS = 7 * 86_400_000;

/** An invitation, and its text, which is kept nowhere. */
export type Drafted = {
  readonly text: string;
  readonly sha256: Sha256;
  readonly invitation: NewInvitation;
};

@Injectable()
export class Invitations {
  constructor(
    private readonly store: EventStore,
    private readonly secrets: Secrets,
    private readonly mint: Mint,
  ) {}

  /** The same cause drafts the same one. */
  draft(personId: PersonId, cause: string, now: Instant): Drafted {
    const { text, sha256 } = this.mint.textFor('invitation', cause);
    const expiresAt = new Date(Date.parse(now) + GOOD_FOR_MS).toISOString() as Instant;
    return { text, sha256, invitation: { personId, invitationId: idOf(sha256) as InvitationId, expiresAt } };
  }

  /** Until when it is good, by the account; undefined when it is over, or its account never was invited so. */
  async goodUntil({ invitation: { personId, invitationId } }: Drafted, now: Instant) {
    return goodUntil(await load(this.store, accounts, personId), invitationId, now);
  }

  /**
   * After the event: an invitation that is in the log and nowhere else is made good when it is asked for again, as it was made then.
   * One that is over stays so: it is not made good twice, and what was set with it is not taken away.
   */
  async handOver(drafted: Drafted, now: Instant, first?: () => Promise<unknown>) {
    const { text, sha256, invitation } = drafted;
    const expiresAt = await this.goodUntil(drafted, now);
    if (expiresAt === undefined) return undefined;
    if (first && !(await this.secrets.find('invitation', sha256))) await first();
    const person = invitation.personId;
    await this.secrets.add('invitation', { id: sha256, person, value: { isUsed: false }, expiresAt });
    return { invitation: text, expiresAt };
  }
}
