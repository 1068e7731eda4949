import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { FindUnitsUnder, type UnitsUnder } from '@redress/contracts/directory/units-under';
import { Actor } from '@redress/contracts/envelope';
import type { Answer } from '@redress/contracts/query';
import type { Day, UnitId } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { answeredNow } from '@redress/read-models/answer';
import { ReadModels } from '@redress/read-models/read-models';
import { type DatedUnit, parentOn, unitList } from './unit-list.js';

const PAGE = 1_000;
/** The parent of what is under none. */
const NONE = '';

/** For services that take many units from the tree at once. */
@Controller()
export class UnitsUnderHandler {
  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
  ) {}

  @MessagePattern(FindUnitsUnder.subject)
  async find(
    @Payload('query') { unit, on, limit }: FindUnitsUnder,
    @Payload('actor') asker: Actor,
  ): Promise<Answer<UnitsUnder>> {
    if (asker.role !== 'system') return { rejected: 'not-found' };
    return answeredNow(this.store, this.models, [unitList], async () => {
      const there = new Set<UnitId>();
      const below = new Map<UnitId | typeof NONE, UnitId[]>();
      for await (const row of this.unitsOn(on)) {
        there.add(row.id);
        const parent = parentOn(row, on) ?? NONE;
        const siblings = below.get(parent) ?? [];
        below.set(parent, siblings);
        siblings.push(row.id);
      }
      return { isThere: there.has(unit), units: there.has(unit) ? under(unit, below).slice(0, limit) : [] };
    });
  }

  private async *unitsOn(on: Day): AsyncGenerator<DatedUnit> {
    const where = { from: { to: on }, until: { from: on } };
    let cursor: string | undefined;
    do {
      const { rows, next } = await this.models.find(unitList, { where, by: 'code', limit: PAGE, cursor });
      yield* rows;
      cursor = next;
    } while (cursor !== undefined);
  }
}

/** Each once, even where the log has a ring. */
const under = (unit: UnitId, below: ReadonlyMap<string, readonly UnitId[]>): readonly UnitId[] => {
  const found = new Set<UnitId>();
  let level: readonly UnitId[] = [unit];
  while (level.length > 0) {
    level = level.flatMap((one) => below.get(one) ?? []).filter((one) => one !== unit && !found.has(one));
    for (const one of level) found.add(one);
  }
  return [...found];
};
