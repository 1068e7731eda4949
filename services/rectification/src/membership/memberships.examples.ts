import type { Day, PersonId, UnitId } from '@redress/contracts/values';
import type { Answer, Query } from '@redress/contracts/query';
import { FindHeads, FindUnitsOfPerson } from '@redress/contracts/directory/membership';
import { Services } from '@redress/edge/services';
import { Memberships } from './memberships.js';

type ByPerson = Readonly<Partial<Record<PersonId, readonly UnitId[]>>>;
type ByUnit = Readonly<Partial<Record<UnitId, readonly PersonId[]>>>;

/** A directory in which every unit exists, except those that are said not to; persons belong where, and lead what, is said. */
class SmallDirectory extends Services {
  constructor(
    private readonly units: ByPerson,
    private readonly missing: readonly UnitId[],
    private readonly heads: ByUnit,
  ) {
    super();
  }

  override send(): never {
    throw new Error('nobody commands the directory here');
  }

  override ask<Shape extends object, Reply extends object>(
    { subject }: Query<Shape, Reply>,
    query: Shape,
  ): Promise<Answer<Reply>> {
    const asked = query as { person?: PersonId; unit?: UnitId; units?: readonly UnitId[]; on: Day };
    const { person, unit, units = [] } = asked;
    if (subject === FindHeads.subject)
      return Promise.resolve({ people: (unit && this.heads[unit]) ?? [] } as unknown as Answer<Reply>);
    const found =
      subject === FindUnitsOfPerson.subject
        ? ((person && this.units[person]) ?? [])
        : units.filter((unit) => !this.missing.includes(unit));
    return Promise.resolve({ units: found } as unknown as Answer<Reply>);
  }
}

export const membershipsOf = (
  units: ByPerson,
  missing: readonly UnitId[] = [],
  heads: ByUnit = {},
): Memberships => new Memberships(new SmallDirectory(units, missing, heads));
