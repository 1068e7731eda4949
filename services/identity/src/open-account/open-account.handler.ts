import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { AcceptInvitation, type OpeningRejection, SetUp } from '@redress/contracts/identity/invitations';
import type { InvitationId, PersonId } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { accounts } from '../account/account.js';
import { FirstRun } from '../first-run/first-run.js';
import { Crowded, Passwords } from '../password/passwords.js';
import { weaknessOf } from '../password/weakness.js';
import { People } from '../people/people.js';
import { Secrets } from '../secrets/secrets.js';
import { idOf, sha256Of } from '../secrets/texts.js';
import { acceptInvitation, setUp } from './open-account.js';

type Reply = Promise<Outcome<OpeningRejection>>;

/** Who has no session yet, and has something else that lets them begin. The event comes before what is used up. */
@Controller()
export class OpenAccountHandler {
  constructor(
    private readonly store: EventStore,
    private readonly secrets: Secrets,
    private readonly passwords: Passwords,
    private readonly people: People,
    private readonly firstRun: FirstRun,
  ) {}

  @MessagePattern(AcceptInvitation.subject)
  async accept(
    @Payload('command') { invitation, password }: AcceptInvitation,
    @Payload('envelope') envelope: Envelope,
  ): Reply {
    const sha256 = sha256Of(invitation);
    const kept = await this.secrets.find('invitation', sha256);
    if (!kept?.person || kept.value.isUsed) return { rejected: 'no-such-invitation' };
    const hash = await this.hashOf(password);
    if (typeof hash === 'object') return hash;
    const { person } = kept;
    const decide = acceptInvitation(person, idOf(sha256) as InvitationId);
    const outcome = await this.opened(person, envelope, decide);
    if ('rejected' in outcome) return outcome;
    const isOurs = await this.secrets.change('invitation', sha256, (now) =>
      now.value.isUsed ? undefined : { ...now, value: { isUsed: true } },
    );
    if (!isOurs) return { rejected: 'no-such-invitation' };
    await this.secrets.put('password', { id: person, person, value: { hash } });
    await this.firstRun.isOver();
    return outcome;
  }

  @MessagePattern(SetUp.subject)
  async setUp(
    @Payload('command') { token, rosterNumber, password }: SetUp,
    @Payload('envelope') envelope: Envelope,
  ): Reply {
    const sha256 = sha256Of(token);
    if (!(await this.secrets.find('setUp', sha256))) return { rejected: 'set-up-already' };
    const hash = await this.hashOf(password);
    if (typeof hash === 'object') return hash;
    const person = await this.people.withNumber(rosterNumber);
    // Who is named is then registered by the gateway, which alone may command another service, and asks again.
    if (!(await this.people.isKnown(person))) return { rejected: 'no-such-person' };
    if (!(await this.secrets.take('setUp', sha256))) return { rejected: 'set-up-already' };
    const outcome = await this.opened(person, envelope, setUp(person));
    if ('rejected' in outcome) return outcome;
    await this.secrets.put('password', { id: person, person, value: { hash } });
    await this.firstRun.isOver();
    return outcome;
  }

  /** The actor is whom the token or the invitation is for. */
  private opened(
    person: PersonId,
    envelope: Envelope,
    decide: ReturnType<typeof acceptInvitation>,
  ): Promise<Outcome<OpeningRejection>> {
    const actor = { role: 'submitter', person } as const;
    return transact(this.store, accounts, person, { ...envelope, actor }, decide);
  }

  private async hashOf(password: string): Promise<string | { readonly rejected: OpeningRejection }> {
    const weakness = weaknessOf(password);
    if (weakness) return { rejected: weakness };
    try {
      return await this.passwords.hashOf(password);
    } catch (error) {
      if (error instanceof Crowded) return { rejected: 'too-many-attempts' };
      throw error;
    }
  }
}
