import { Injectable } from '@nestjs/common';
import { FindHeads, FindUnitsOfPerson, FindUnitsThere } from '@redress/contracts/directory/membership';
import type { Answer } from '@redress/contracts/query';
import type { Day, PersonId, UnitId } from '@redress/contracts/values';
import { Services, ServiceUnavailable } from '@redress/edge/services';

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
    return answerOf(await this.services.ask(FindUnitsOfPerson, { person, on }, SYSTEM)).units;
  }

  /**
   * Who led a unit, and signs for it; none where no unit is named, or no head is known.
   * @throws ServiceUnavailable
   */
  async headsOf(unit: UnitId | undefined, on: Day): Promise<readonly PersonId[]> {
    if (!unit) return [];
    return answerOf(await this.services.ask(FindHeads, { unit, on }, SYSTEM)).people;
  }

  /**
   * Which of these units there were.
   * @throws ServiceUnavailable
   */
  async there(units: readonly UnitId[], on: Day): Promise<readonly UnitId[]> {
    return answerOf(await this.services.ask(FindUnitsThere, { units: [...new Set(units)], on }, SYSTEM))
      .units;
  }
}

const answerOf = <Reply extends object>(answer: Answer<Reply>): Reply => {
  if ('rejected' in answer) throw new ServiceUnavailable('the directory does not say');
  return answer;
};
