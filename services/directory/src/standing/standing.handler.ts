import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import {
  FindHeldPosts,
  FindPerson,
  FindStanding,
  type HeldPost,
  type HeldPosts,
  type KnownPerson,
  type Standing,
} from '@redress/contracts/directory/standing';
import { Actor } from '@redress/contracts/envelope';
import { streamOf } from '@redress/contracts/event';
import type { Answer } from '@redress/contracts/query';
import type { Day, PersonId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { OwnKeys } from '@redress/hosting/own-keys';
import { ReadModels } from '@redress/read-models/read-models';
import { hasLeft } from '../leave-organisation/has-left.js';
import { people } from '../person/person.js';
import { type DatedPost, deputisedBy, holdingsOn, postList } from '../post-list/post-list.js';
import { posts } from '../post/post.js';
import { units } from '../unit/unit.js';
import { standingOf } from './standing.js';

/** Far more than one person holds. */
const MOST = 200;

/** Who may act in which post. One post is read from the streams, so that whoever lost it a moment ago may not. */
@Controller()
export class StandingHandler {
  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
    private readonly clock: Clock,
    private readonly keys: OwnKeys,
  ) {}

  @MessagePattern(FindStanding.subject)
  async find(
    @Payload('query') { person, post: id }: FindStanding,
    @Payload('actor') asker: Actor,
  ): Promise<Answer<Standing>> {
    if (asker.role !== 'system' || (await this.keys.ring.isErased(person))) return { rejected: 'not-found' };
    if (await hasLeft(this.store, person)) return { rejected: 'not-found' };
    const post = await load(this.store, posts, id);
    const unit = post.status === 'established' ? await load(this.store, units, post.unit) : units.initial;
    const actor = standingOf(person, id, post, unit, this.clock.dayOf(this.clock.now()));
    return actor ? { actor } : { rejected: 'not-found' };
  }

  @MessagePattern(FindHeldPosts.subject)
  async held(
    @Payload('query') { person }: FindHeldPosts,
    @Payload('actor') asker: Actor,
  ): Promise<Answer<HeldPosts>> {
    if (asker.role !== 'system' && asker.person !== person) return { rejected: 'not-found' };
    if (await hasLeft(this.store, person)) return { posts: [] };
    const today = this.clock.dayOf(this.clock.now());
    const where = { holders: { has: person } };
    const { rows } = await this.models.find(postList, { where, by: 'code', limit: MOST });
    return { posts: rows.flatMap((post) => actsIn(person, post, today)) };
  }

  @MessagePattern(FindPerson.subject)
  async known(
    @Payload('query') { person }: FindPerson,
    @Payload('actor') asker: Actor,
  ): Promise<Answer<KnownPerson>> {
    if (asker.role !== 'system' || (await this.keys.ring.isErased(person))) return { rejected: 'not-found' };
    const history = await this.store.shown(streamOf(people, person));
    const isThere = history.length > 0 && !(await hasLeft(this.store, person));
    return isThere ? { person } : { rejected: 'not-found' };
  }
}

/** A post that is a person's on a day, or in which they are a deputy. */
const actsIn = (person: PersonId, post: DatedPost, day: Day): readonly HeldPost[] => {
  const { id, code, title, role, unit } = post;
  const held = { post: id, code, title, role, unit };
  const holders = holdingsOn(post, day).map((holding) => holding.person);
  if (holders.includes(person)) return [held];
  const acting = deputisedBy(person, post).find(
    ({ principal, from, until, isOver }) =>
      !isOver && from <= day && day <= until && holders.includes(principal),
  );
  return acting ? [{ ...held, onBehalfOf: acting.principal }] : [];
};
