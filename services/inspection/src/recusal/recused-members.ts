import { Injectable } from '@nestjs/common';
import type { RecusedMember } from '@redress/contracts/inspection/team-written';
import type { Day, PersonId, UnitId } from '@redress/contracts/values';
import { isRecused } from './recusal.js';
import { Recusals } from './recusals.js';

/** As many units as one check takes. */
const AT_ONCE = 200;

/** Which of some people may not act for which of some units: what a team is warned of. */
@Injectable()
export class RecusedMembers {
  constructor(private readonly recusals: Recusals) {}

  /** @throws ServiceUnavailable */
  async among(
    people: readonly PersonId[],
    units: readonly UnitId[],
    on: Day,
  ): Promise<readonly RecusedMember[]> {
    const some = Array.from({ length: Math.ceil(units.length / AT_ONCE) }, (_, index) =>
      units.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
    );
    const checks = await Promise.all(
      people.flatMap((person) => some.map((units) => this.recusals.check(person, units, on))),
    );
    return checks.flatMap(({ person, units, conflicts }) =>
      units
        .filter((unit) => isRecused({ conflicts: conflicts.filter((conflict) => conflict.unit === unit) }))
        .map((unit) => ({ person, unit })),
    );
  }
}
