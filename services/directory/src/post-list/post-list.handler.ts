import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { FindPosts, ListPosts, type PostRow } from '@redress/contracts/directory/posts';
import { Actor, SEES_EVERYTHING } from '@redress/contracts/envelope';
import { PAGE_LIMIT, type Answer } from '@redress/contracts/query';
import type { Day, PersonId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { answered, answeredNow } from '@redress/read-models/answer';
import { type Page, ReadModels } from '@redress/read-models/read-models';
import { peopleList } from './people.js';
import { type DatedPost, holdingsOn, postList } from './post-list.js';

@Controller()
export class PostListHandler {
  constructor(
    private readonly models: ReadModels,
    private readonly clock: Clock,
    private readonly store: EventStore,
  ) {}

  @MessagePattern(ListPosts.subject)
  list(@Payload('query') query: ListPosts, @Payload('actor') actor: Actor): Promise<Answer<Page<PostRow>>> {
    const { on = this.clock.dayOf(this.clock.now()), unit, limit = 50, cursor, text, order } = query;
    const descending = order === 'desc';
    return answered(this.models, postList, query, async () => {
      const where = { from: { to: on }, ...(unit && { unit }) };
      const { rows, ...more } = await this.models.find(postList, {
        where,
        by: 'code',
        descending,
        limit,
        cursor,
        text,
      });
      const names = await this.namesFor(actor, rows, on);
      return { rows: rows.map((post) => rowOn(post, on, names)), ...more };
    });
  }

  @MessagePattern(FindPosts.subject)
  find(
    @Payload('query') { post: id, code, limit = 50, cursor }: FindPosts,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<Page<PostRow>>> {
    const today = this.clock.dayOf(this.clock.now());
    return answeredNow(this.store, this.models, [postList, peopleList], async () => {
      const where = { ...(id !== undefined && { id }), ...(code !== undefined && { code }) };
      const { rows, ...more } = await this.models.find(postList, { where, by: 'code', limit, cursor });
      const names = await this.namesFor(actor, rows, today);
      return { rows: rows.map((post) => rowOn(post, today, names)), ...more };
    });
  }

  /** Of all holders, or for a unit, of its own. */
  private async namesFor(
    { role, unit }: Actor,
    posts: readonly DatedPost[],
    day: Day,
  ): Promise<ReadonlyMap<PersonId, string>> {
    const seen = posts.filter((post) => SEES_EVERYTHING[role] || post.unit === unit);
    const ids = seen.flatMap((post) => holdingsOn(post, day).map(({ person }) => person));
    const where = { id: { in: [...new Set(ids)] } };
    const { rows } = await this.models.find(peopleList, { where, by: 'id', limit: PAGE_LIMIT });
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

const rowOn = (post: DatedPost, day: Day, names: ReadonlyMap<PersonId, string>): PostRow => {
  const { id, code, title, role, unit, heads, revision } = post;
  const holders = holdingsOn(post, day).map((holding) => {
    const name = names.get(holding.person);
    return { ...holding, ...(name !== undefined && { name }) };
  });
  return { id, code, title, role, unit, ...(heads && { heads }), holders, revision };
};
