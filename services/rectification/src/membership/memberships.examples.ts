import type { Day, PersonId, UnitId } from '@redress/contracts/values';
import type { Answer, Query } from '@redress/contracts/query';
import { FindUnitsOfPerson } from '@redress/contracts/directory/membership';
import { Services } from '@redress/edge/services';
import { Memberships } from './memberships.js';

/** A directory in which every unit exists, except those that are said not to, and persons belong where they are said to. */
class SmallDirectory extends Services {
  constructor(
    private readonly units: Readonly<Partial<Record<PersonId, readonly UnitId[]>>>,
    private readonly missing: readonly UnitId[],
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
    const { person, units = [] } = query as { person?: PersonId; units?: readonly UnitId[]; on: Day };
    const found =
      subject === FindUnitsOfPerson.subject
        ? ((person && this.units[person]) ?? [])
        : units.filter((unit) => !this.missing.includes(unit));
    return Promise.resolve({ units: found } as unknown as Answer<Reply>);
  }
}

export const membershipsOf = (
  units: Readonly<Partial<Record<PersonId, readonly UnitId[]>>>,
  missing: readonly UnitId[] = [],
): Memberships => new Memberships(new SmallDirectory(units, missing));
