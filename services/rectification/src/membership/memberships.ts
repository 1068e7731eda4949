import { Injectable } from '@nestjs/common';
import { FindHeads, FindUnitsOfPerson, FindUnitsThere } from '@redress/contracts/directory/membership';
import type { Day, PersonId, UnitId } from '@redress/contracts/values';
import { Services } from '@redress/edge/services';

const SYSTEM = { role: 'system' } as const;

/** Who belonged where on a day, as the directory knows: a person may hold more posts than the one they act in. */
@Injectable()
export class Memberships {
  constructor(private readonly services: Services) {}

  /**
   * None where no person is named.
   * @throws ServiceUnavailable while the directory does not answer: nothing is decided without it.
   */
  async unitsOf(person: PersonId | undefined, on: Day): Promise<readonly UnitId[]> {
    if (!person) return [];
    const answer = await this.services.ask(FindUnitsOfPerson, { person, on }, SYSTEM);
    return 'rejected' in answer ? [] : answer.units;
  }

  /**
   * Who led a unit, and signs for it; none where no unit is named, or no head is known.
   * @throws ServiceUnavailable
   */
  async headsOf(unit: UnitId | undefined, on: Day): Promise<readonly PersonId[]> {
    if (!unit) return [];
    const answer = await this.services.ask(FindHeads, { unit, on }, SYSTEM);
    return 'rejected' in answer ? [] : answer.people;
  }

  /**
   * Which of these units there were.
   * @throws ServiceUnavailable
   */
  async there(units: readonly UnitId[], on: Day): Promise<readonly UnitId[]> {
    const answer = await this.services.ask(FindUnitsThere, { units: [...new Set(units)], on }, SYSTEM);
    return 'rejected' in answer ? [] : answer.units;
  }
}
