import { Injectable } from '@nestjs/common';
import { FindUnitsThere } from '@redress/contracts/directory/membership';
import { FindUnitsUnder } from '@redress/contracts/directory/units-under';
import { ROUND_LIMIT, type TreeNode } from '@redress/contracts/inspection/plan-round';
import type { Answer } from '@redress/contracts/query';
import type { Day, UnitId } from '@redress/contracts/values';
import { Services, ServiceUnavailable } from '@redress/edge/services';
import { TeamsOfDay } from '../team-list/teams-of-day.js';
import type { Ground } from './ground.js';

const SYSTEM = { role: 'system' } as const;
/** As many units as one question about them takes, and as many such questions at once. */
const ASKED_AT_ONCE = 50;
const QUESTIONS_AT_ONCE = 16;

/** What the directory and the teams say of the units of a round. While they do not, it is ServiceUnavailable. */
@Injectable()
export class Grounds {
  constructor(
    private readonly services: Services,
    private readonly teams: TeamsOfDay,
  ) {}

  /** `on` is the day of the pairing. */
  async ofNamed(units: readonly UnitId[], on: Day): Promise<Ground> {
    return { units, there: await this.there(units, on), ...(await this.teamsOn(on)) };
  }

  async ofTree({ unit, itself, on: day }: TreeNode, on: Day): Promise<Ground> {
    const asked = { unit, on: day, limit: ROUND_LIMIT + 1 };
    const { isThere, units } = answerOf(await this.services.ask(FindUnitsUnder, asked, SYSTEM));
    const taken = itself || !isThere ? [unit, ...units] : units;
    return { units: taken, there: new Set(isThere ? taken : []), ...(await this.teamsOn(on)) };
  }

  private async there(units: readonly UnitId[], on: Day): Promise<ReadonlySet<UnitId>> {
    const there = new Set<UnitId>();
    for (const some of inParts(units, ASKED_AT_ONCE * QUESTIONS_AT_ONCE)) {
      const asked = inParts(some, ASKED_AT_ONCE).map((few) =>
        this.services.ask(FindUnitsThere, { units: [...few], on }, SYSTEM),
      );
      for (const answer of await Promise.all(asked))
        for (const unit of answerOf(answer).units) there.add(unit);
    }
    return there;
  }

  private async teamsOn(on: Day): Promise<Pick<Ground, 'pairing' | 'teams'>> {
    const teams = await this.teams.on(on);
    const pairing = teams.map(({ id, units }) => ({ team: id, units: units.map(({ unit }) => unit) }));
    return { pairing, teams: new Set(teams.map(({ id }) => id)) };
  }
}

const inParts = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );

const answerOf = <Reply extends object>(answer: Answer<Reply>): Reply => {
  if ('rejected' in answer) throw new ServiceUnavailable('the directory does not say');
  return answer;
};
