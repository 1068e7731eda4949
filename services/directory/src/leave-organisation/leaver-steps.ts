import { Injectable } from '@nestjs/common';
import type { PersonEvent } from '@redress/contracts/directory/organisation.events';
import type { Envelope } from '@redress/contracts/envelope';
import type { Recorded } from '@redress/contracts/event';
import type { PersonId } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { answeredNow } from '@redress/read-models/answer';
import { ReadModels } from '@redress/read-models/read-models';
import { type DatedPost, postList } from '../post-list/post-list.js';
import { posts } from '../post/post.js';
import { type ListedToken, tokenList } from '../token-list/token-list.js';
import { tokens } from '../token/token.js';
import { endsToken, leavesPost } from './leave-organisation.js';

/** More than anybody ever held. */
const MOST = 1_000;

/**
 * What follows when somebody leaves the organisation. Each step is known by the departure, in the stream that it is written to, so
 * whoever takes them again, at once or later, adds nothing.
 */
@Injectable()
export class LeaverSteps {
  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
  ) {}

  /** @throws Error while the rows are behind */
  async after(departure: Recorded): Promise<void> {
    const { personId, on } = departure.data as unknown as Extract<
      PersonEvent,
      { type: 'PersonDeparted' }
    >['data'];
    const { id: causationId, actor, correlationId, happenedAt } = departure;
    const because: Envelope = { actor, correlationId, causationId, happenedAt };
    const { heldPosts, heldTokens } = await this.heldBy(personId);
    for (const { id, code } of heldPosts)
      await transact(this.store, posts, id, because, leavesPost(id, code, personId, on));
    for (const { id } of heldTokens) await transact(this.store, tokens, id, because, endsToken);
  }

  private async heldBy(
    person: PersonId,
  ): Promise<{ readonly heldPosts: readonly DatedPost[]; readonly heldTokens: readonly ListedToken[] }> {
    const answer = await answeredNow(this.store, this.models, [postList, tokenList], async () => {
      const held = { where: { holders: { has: person } }, by: 'code', limit: MOST } as const;
      const { rows: heldPosts } = await this.models.find(postList, held);
      const issued = { where: { person }, by: 'issuedAt', limit: MOST } as const;
      const { rows: heldTokens } = await this.models.find(tokenList, issued);
      return { heldPosts, heldTokens };
    });
    if ('rejected' in answer) throw new Error('the rows of posts and tokens are behind');
    return answer;
  }
}
