import { Injectable } from '@nestjs/common';
import { FindUnitName } from '@redress/contracts/directory/unit-name';
import type { Day, UnitId } from '@redress/contracts/values';
import { Services, ServiceUnavailable } from '@redress/edge/services';

/** What units are called, as the directory knows. */
@Injectable()
export class UnitNames {
  constructor(private readonly services: Services) {}

  /** @throws ServiceUnavailable while the directory does not answer, or does not know the unit yet. */
  async nameOf(unit: UnitId, on: Day): Promise<string> {
    const answer = await this.services.ask(FindUnitName, { unit, on }, { role: 'system' });
    if ('rejected' in answer) throw new ServiceUnavailable('the directory does not know the unit yet');
    return answer.name;
  }
}
