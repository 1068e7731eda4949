import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { mayHaveAllAbout } from '@redress/contracts/directory/erasure';
import { Actor } from '@redress/contracts/envelope';
import { FindKept, type KeptOfAccount } from '@redress/contracts/identity/kept';
import type { Answer } from '@redress/contracts/query';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { accounts } from '../account/account.js';
import { factorRowsOf } from '../factors/factor-rows.js';
import { Secrets } from '../secrets/secrets.js';
import { sessionRowsOf } from '../sessions/session-rows.js';

/** What is kept of somebody besides the events. Of what proves who they are, that it is there. */
@Controller()
export class KeptHandler {
  constructor(
    private readonly store: EventStore,
    private readonly secrets: Secrets,
  ) {}

  @MessagePattern(FindKept.subject)
  async find(
    @Payload('query') { personId }: FindKept,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<KeptOfAccount>> {
    if (!mayHaveAllAbout(personId, actor)) return { rejected: 'not-found' };
    const account = await load(this.store, accounts, personId);
    const factors = await factorRowsOf(this.secrets, personId, account);
    const browsers = await this.secrets.ofPerson('device', personId);
    const links = await this.secrets.ofPerson('link', personId);
    const providers = [...new Set(links.map(({ value }) => value.provider))];
    return {
      hasPassword: (await this.secrets.find('password', personId)) !== undefined,
      sessions: await sessionRowsOf(this.secrets, personId),
      factors: factors.map(({ row }) => row),
      recoveryCodes: (await this.secrets.ofPerson('recovery', personId)).length,
      browsers: browsers.map(({ value: { seenAt }, expiresAt = seenAt }) => ({ seenAt, expiresAt })),
      providers: providers.map((provider) => ({ provider })),
    };
  }
}
