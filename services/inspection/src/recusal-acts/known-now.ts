import { Injectable } from '@nestjs/common';
import type { Conflict } from '@redress/contracts/inspection/recusal';
import type { Act } from '@redress/contracts/inspection/recusal-acts';
import type { UnitId } from '@redress/contracts/values';
import { Recusals } from '../recusal/recusals.js';

/** As many units as one check takes, and as many checks at once. */
const UNITS_AT_ONCE = 200;
const CHECKS_AT_ONCE = 16;

/** What is known today of the days on which people acted. */
@Injectable()
export class KnownNow {
  constructor(private readonly recusals: Recusals) {}

  /**
   * Asked once for each person and day, of all units for which they acted on it.
   * @throws ServiceUnavailable
   */
  async about(acts: readonly Act[]): Promise<(act: Act) => readonly Conflict[]> {
    const asked = new Map<string, { readonly act: Act; readonly units: Set<UnitId> }>();
    for (const act of acts) {
      const one = asked.get(keyOf(act)) ?? { act, units: new Set() };
      asked.set(keyOf(act), one);
      for (const unit of act.units) one.units.add(unit);
    }
    const found = new Map<string, readonly Conflict[]>();
    for (const some of inParts([...asked], CHECKS_AT_ONCE))
      await Promise.all(
        some.map(async ([key, { act, units }]) => {
          found.set(key, await this.conflictsOf(act, [...units]));
        }),
      );
    return (act) => found.get(keyOf(act)) ?? [];
  }

  private async conflictsOf(
    { person, on }: Pick<Act, 'person' | 'on'>,
    units: readonly UnitId[],
  ): Promise<readonly Conflict[]> {
    if (!person) return [];
    const checks = await Promise.all(
      inParts(units, UNITS_AT_ONCE).map((some) => this.recusals.check(person, some, on)),
    );
    return checks.flatMap(({ conflicts }) => conflicts);
  }
}

const keyOf = ({ person, on }: Act): string => `${person ?? ''} ${on}`;

const inParts = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
