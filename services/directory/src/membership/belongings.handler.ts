import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import {
  type Belongings,
  FindBelongings,
  FindLines,
  type Lines,
} from '@redress/contracts/directory/membership';
import { Actor } from '@redress/contracts/envelope';
import type { Answer } from '@redress/contracts/query';
import type { UnitId } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { answeredNow } from '@redress/read-models/answer';
import type { AnyRow, Projection } from '@redress/read-models/projection';
import { type Filter, ReadModels } from '@redress/read-models/read-models';
import { peopleList } from '../post-list/people.js';
import { postList } from '../post-list/post-list.js';
import { type DatedUnit, unitList } from '../unit-list/unit-list.js';
import { belongingsOf, overlaps } from './belongings.js';
import { linesOf } from './lines.js';

const AT_ONCE = 1_000;

/** Where people and units stood in the tree over a time, by all that was recorded until it was asked: what recusal is told by. */
@Controller()
export class BelongingsHandler {
  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
  ) {}

  @MessagePattern(FindLines.subject)
  async lines(
    @Payload('query') { units, from, to }: FindLines,
    @Payload('actor') asker: Actor,
  ): Promise<Answer<Lines>> {
    if (asker.role !== 'system') return { rejected: 'not-found' };
    return answeredNow(this.store, this.models, [unitList], async () => {
      const known = await this.withAllAbove(units);
      const asked = units.map((id) => known.get(id)).filter((unit) => unit !== undefined);
      const lines = asked.flatMap((unit) => linesOf(unit, known));
      return { lines: lines.filter(overlaps({ from, until: to })) };
    });
  }

  @MessagePattern(FindBelongings.subject)
  async belongings(
    @Payload('query') { person, from, to }: FindBelongings,
    @Payload('actor') asker: Actor,
  ): Promise<Answer<Belongings>> {
    if (asker.role !== 'system') return { rejected: 'not-found' };
    const where = { holders: { has: person } };
    return answeredNow(this.store, this.models, [peopleList, postList, unitList], async () => {
      const [registered, posts] = await Promise.all([
        this.models.get(peopleList, person),
        this.all(postList, where),
      ]);
      const known = await this.withAllAbove(posts.map(({ unit }) => unit));
      const belongings = posts.flatMap((post) => {
        const unit = known.get(post.unit);
        return belongingsOf(person, post, unit ? linesOf(unit, known) : []);
      });
      return {
        isKnown: registered !== undefined,
        belongings: belongings.filter(overlaps({ from, until: to })),
      };
    });
  }

  /** These units and whatever was above them on any day, a level at a time. */
  private async withAllAbove(units: readonly UnitId[]): Promise<ReadonlyMap<UnitId, DatedUnit>> {
    const known = new Map<UnitId, DatedUnit>();
    const asked = new Set<UnitId>();
    for (let next = [...new Set(units)]; next.length > 0; next = next.filter((id) => !asked.has(id))) {
      const rows = await this.all(unitList, { id: { in: next } });
      for (const id of next) asked.add(id);
      for (const unit of rows) known.set(unit.id, unit);
      next = [...new Set(rows.flatMap(parentsOf))];
    }
    return known;
  }

  /** Page by page: long rows make short pages, and one that is missed would be a conflict that nobody sees. */
  private async all<Row extends AnyRow & { readonly code: string }>(
    model: Projection<never, Row>,
    where: Filter<Row>,
  ): Promise<readonly Row[]> {
    const found: Row[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.models.find(model, { where, by: 'code', limit: AT_ONCE, cursor });
      found.push(...page.rows);
      cursor = page.next;
    } while (cursor !== undefined);
    return found;
  }
}

const parentsOf = ({ parents }: DatedUnit): readonly UnitId[] =>
  Object.values(parents).filter((id): id is UnitId => id !== '');
