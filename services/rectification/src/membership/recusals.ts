import { Injectable } from '@nestjs/common';
import { FindConflicts, type RecusalCheck } from '@redress/contracts/inspection/recusal';
import type { Day, PersonId, UnitId } from '@redress/contracts/values';
import { Services, ServiceUnavailable } from '@redress/edge/services';

/** Who may not act for which unit, as inspection knows. */
@Injectable()
export class Recusals {
  constructor(private readonly services: Services) {}

  /** @throws ServiceUnavailable while inspection does not answer: nobody judges a task without it. */
  async check(person: PersonId, units: readonly UnitId[], on: Day): Promise<RecusalCheck> {
    const answer = await this.services.ask(
      FindConflicts,
      { person, units: [...new Set(units)], on },
      { role: 'system' },
    );
    if ('rejected' in answer) throw new ServiceUnavailable('inspection does not say');
    return answer;
  }
}
