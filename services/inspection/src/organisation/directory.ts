import { Injectable } from '@nestjs/common';
import {
  type Belongings,
  FindBelongings,
  FindLines,
  FindUnitsThere,
  type Line,
} from '@redress/contracts/directory/membership';
import type { Answer } from '@redress/contracts/query';
import type { Day, PersonId, UnitId } from '@redress/contracts/values';
import { Services, ServiceUnavailable } from '@redress/edge/services';

const SYSTEM = { role: 'system' } as const;

/** What the directory knows of units and people. While it does not answer, each of these is ServiceUnavailable. */
@Injectable()
export class Directory {
  constructor(private readonly services: Services) {}

  async belongingsOf(person: PersonId, from: Day, to: Day): Promise<Belongings> {
    return answerOf(await this.services.ask(FindBelongings, { person, from, to }, SYSTEM));
  }

  /** At most 1,000 units. */
  async linesOf(units: readonly UnitId[], from: Day, to: Day): Promise<readonly Line[]> {
    const { lines } = answerOf(
      await this.services.ask(FindLines, { units: [...new Set(units)], from, to }, SYSTEM),
    );
    return lines;
  }

  async isThere(unit: UnitId, on: Day): Promise<boolean> {
    const { units } = answerOf(await this.services.ask(FindUnitsThere, { units: [unit], on }, SYSTEM));
    return units.includes(unit);
  }

  async isKnown(person: PersonId, on: Day): Promise<boolean> {
    return (await this.belongingsOf(person, on, on)).isKnown;
  }
}

const answerOf = <Reply extends object>(answer: Answer<Reply>): Reply => {
  if ('rejected' in answer) throw new ServiceUnavailable('the directory does not say');
  return answer;
};
