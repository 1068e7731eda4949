import { Injectable } from '@nestjs/common';
import { FindInspectingTeams, type InspectingTeam } from '@redress/contracts/inspection/inspecting-teams';
import type { Day, UnitId } from '@redress/contracts/values';
import { Services, ServiceUnavailable } from '@redress/edge/services';
import { inParts } from './in-parts.js';

/** As many units as one question takes. */
const AT_ONCE = 1_000;

/** Who inspects which unit, as inspection knows. */
@Injectable()
export class Teams {
  constructor(private readonly services: Services) {}

  /**
   * Which teams inspect some of these units on a day; one may be told in several parts.
   * @throws ServiceUnavailable while inspection does not answer.
   */
  async of(units: readonly UnitId[], on: Day): Promise<readonly InspectingTeam[]> {
    const answers = await Promise.all(
      inParts([...new Set(units)], AT_ONCE).map((some) =>
        this.services.ask(FindInspectingTeams, { units: some, on }, { role: 'system' }),
      ),
    );
    return answers.flatMap((answer) => {
      if ('rejected' in answer) throw new ServiceUnavailable('inspection does not say');
      return answer.teams;
    });
  }
}
