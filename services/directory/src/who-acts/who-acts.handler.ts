import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { type Session, WhoActs } from '@redress/contracts/directory/who-acts';
import { Actor } from '@redress/contracts/envelope';
import type { Answer } from '@redress/contracts/query';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { OwnKeys } from '@redress/hosting/own-keys';
import { posts } from '../post/post.js';
import { tokenIdOf, tokens } from '../token/token.js';
import { units } from '../unit/unit.js';
import { whoActs } from './who-acts.js';

/** Reads streams, no read model: who was given a token a moment ago may use it, and who lost it may not. */
@Controller()
export class WhoActsHandler {
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
    if (acts.person !== undefined && this.keys.ring.isErased(acts.person)) return { rejected: 'not-found' };
    const post = acts.post === undefined ? posts.initial : await load(this.store, posts, acts.post);
    const unit = post.status === 'established' ? await load(this.store, units, post.unit) : units.initial;

    const now = this.clock.now();
    const actor = whoActs(token, post, unit, now, this.clock.dayOf(now));
    const { recordsPast, expiresAt } = token;
    return actor ? { tokenId, actor, recordsPast, expiresAt } : { rejected: 'not-found' };
  }
}
