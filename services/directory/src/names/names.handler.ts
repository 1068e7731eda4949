import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { type Names, NAMES_LIMIT, ReadNames } from '@redress/contracts/directory/names';
import { Actor, SEES_EVERYTHING } from '@redress/contracts/envelope';
import { PAGE_LIMIT } from '@redress/contracts/query';
import type { PersonId, UnitId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { ReadModels } from '@redress/read-models/read-models';
import { peopleList } from '../post-list/people.js';
import { postList } from '../post-list/post-list.js';
import { rowOn, unitList } from '../unit-list/unit-list.js';

/**
 * Units are known to anybody who is signed in; people to those who see all that is on record, and to a unit those who
 * hold or held one of its own posts, as in the list of posts.
 */
@Controller()
export class NamesHandler {
  constructor(
    private readonly models: ReadModels,
    private readonly clock: Clock,
  ) {}

  @MessagePattern(ReadNames.subject)
  async read(@Payload('query') { units, people }: ReadNames, @Payload('actor') asker: Actor): Promise<Names> {
    const today = this.clock.dayOf(this.clock.now());
    const isKnown = await this.knownTo(asker);
    const named = { by: 'id', limit: NAMES_LIMIT } as const;
    const there = await this.models.find(unitList, { where: { id: { in: units } }, ...named });
    const known = await this.models.find(peopleList, {
      where: { id: { in: people.filter(isKnown) } },
      ...named,
    });
    return {
      units: Object.fromEntries(there.rows.map((unit) => [unit.id, rowOn(unit, today).name || unit.name])),
      people: Object.fromEntries(known.rows.map(({ id, name }) => [id, name])),
    };
  }

  private async knownTo({ role, unit }: Actor): Promise<(person: PersonId) => boolean> {
    if (SEES_EVERYTHING[role]) return () => true;
    if (role !== 'unit' || unit === undefined) return () => false;
    const own = await this.holdersIn(unit);
    return (person) => own.has(person);
  }

  private async holdersIn(unit: UnitId, cursor?: string): Promise<ReadonlySet<string>> {
    const posts = { where: { unit }, by: 'code', limit: PAGE_LIMIT, cursor } as const;
    const { rows, next } = await this.models.find(postList, posts);
    const holders = new Set(rows.flatMap((post) => Object.keys(post.holders)));
    return next === undefined ? holders : new Set([...holders, ...(await this.holdersIn(unit, next))]);
  }
}
