import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Session } from '@redress/contracts/directory/who-acts';
import { Actor } from '@redress/contracts/envelope';
import { FindSession } from '@redress/contracts/identity/sessions';
import type { Answer } from '@redress/contracts/query';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { accounts } from '../account/account.js';
import { SecondFactor } from '../second-factor/second-factor.js';
import { Secrets } from '../secrets/secrets.js';
import { SessionKeeper } from './session-keeper.js';

/** How often at most it is noted that a session is used. */
const NOTED_EVERY_MS = 60_000;

@Controller()
export class FindSessionHandler {
  constructor(
    private readonly keeper: SessionKeeper,
    private readonly secrets: Secrets,
    private readonly clock: Clock,
    private readonly store: EventStore,
    private readonly secondFactor: SecondFactor,
  ) {}

  @MessagePattern(FindSession.subject)
  async find(
    @Payload('query') { sha256 }: FindSession,
    @Payload('actor') asker: Actor,
  ): Promise<Answer<Session>> {
    if (asker.role !== 'system') return { rejected: 'not-found' };
    const session = await this.keeper.find(sha256);
    if (!session?.expiresAt || !session.value.isComplete) return { rejected: 'not-found' };
    const account = await load(this.store, accounts, session.person);
    if (account.status !== 'open') return { rejected: 'not-found' };
    // Such as who was given a post of that kind since: they sign in again, and are asked for more then.
    const isWeak = session.value.by === 'password';
    if (isWeak && (await this.secondFactor.isRequiredOf(session.person, account)))
      return { rejected: 'not-found' };
    const actor = await this.keeper.actorOf(session.person, session.value);
    const now = this.clock.now();
    if (Date.parse(now) - Date.parse(session.value.usedAt) >= NOTED_EVERY_MS)
      await this.secrets.change('session', sha256, (kept) => ({
        ...kept,
        value: { ...kept.value, usedAt: now },
      }));
    return { tokenId: session.value.sessionId, actor, recordsPast: false, expiresAt: session.expiresAt };
  }
}
