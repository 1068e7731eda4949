import { randomUUIDv7 } from 'node:crypto';
import { Controller, Logger } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { type Session, WhoActs } from '@redress/contracts/directory/who-acts';
import { Actor, type Envelope } from '@redress/contracts/envelope';
import type { Answer } from '@redress/contracts/query';
import type { CaseId, Instant, MessageId, TokenId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { OwnKeys } from '@redress/hosting/own-keys';
import { nameOf } from '@redress/messaging/failure';
import { hasLeft } from '../leave-organisation/has-left.js';
import { posts } from '../post/post.js';
import { type Token, tokenIdOf, tokens } from '../token/token.js';
import { units } from '../unit/unit.js';
import { useToken } from '../use-token/use-token.js';
import { whoActs } from './who-acts.js';

/**
 * Reads streams, no read model: who was given a token a moment ago may use it, and who lost it may not. The first use of a day is
 * written down.
 */
@Controller()
export class WhoActsHandler {
  private readonly logger = new Logger('who-acts');

  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly keys: OwnKeys,
  ) {}

  @MessagePattern(WhoActs.subject)
  async find(
    @Payload('query') { sha256 }: WhoActs,
    @Payload('actor') asker: Actor,
  ): Promise<Answer<Session>> {
    if (asker.role !== 'system') return { rejected: 'not-found' };
    const tokenId = tokenIdOf(sha256);
    const token = await load(this.store, tokens, tokenId);
    if (token.status === 'unknown' || token.sha256 !== sha256) return { rejected: 'not-found' };
    const { acts } = token;
    const { person } = acts;
    if (
      person !== undefined &&
      ((await this.keys.ring.isErased(person)) || (await hasLeft(this.store, person)))
    )
      return { rejected: 'not-found' };
    const post = acts.post === undefined ? posts.initial : await load(this.store, posts, acts.post);
    const unit = post.status === 'established' ? await load(this.store, units, post.unit) : units.initial;

    const now = this.clock.now();
    const actor = whoActs(token, post, unit, now, this.clock.dayOf(now));
    if (!actor) return { rejected: 'not-found' };
    await this.noteUse(tokenId, token, now);
    const { recordsPast, expiresAt } = token;
    return { tokenId, actor, recordsPast, expiresAt };
  }

  /** Once a day; whoever acts is not kept from it when that cannot be written down just now. */
  private async noteUse(tokenId: TokenId, token: Token, now: Instant): Promise<void> {
    const decide = useToken(tokenId, this.clock.dayOf(now));
    if (decide(token).length === 0) return;
    const envelope: Envelope = {
      actor: { role: 'system' },
      correlationId: randomUUIDv7() as CaseId,
      causationId: randomUUIDv7() as MessageId,
      happenedAt: now,
    };
    await transact(this.store, tokens, tokenId, envelope, decide).catch((error: unknown) => {
      this.logger.warn(`the use of token ${tokenId} could not be written down: ${nameOf(error)}`);
    });
  }
}
