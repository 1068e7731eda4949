import { Injectable } from '@nestjs/common';
import type { Wording } from '@redress/contracts/inspection/checklist';
import type { ChecklistId, TeamId } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { checklists } from '../checklist/checklist.js';
import type { Called } from '../count-round/count-round.js';
import type { RoundRecord } from '../count-round/round-record.js';
import { teams } from '../team/team.js';

/** What the teams and checklists of a round are called, from their own streams. */
@Injectable()
export class CalledOf {
  constructor(private readonly store: EventStore) {}

  async by({ scope, visits }: RoundRecord): Promise<Called> {
    const plans = [...(scope.plan ? [scope.plan] : []), ...visits.all.map(({ plan }) => plan)];
    const checklistIds = new Set(plans.map(({ checklistId }) => checklistId));
    const teamIds = new Set([
      ...[...scope.units.values()].flat(),
      ...visits.all.flatMap(({ plan }) => plan.teamId ?? []),
    ]);
    const named: (readonly [TeamId, string])[] = [];
    for (const id of teamIds) {
      const team = await load(this.store, teams, id);
      if (team.status === 'formed') named.push([id, team.name]);
    }
    const titled: (readonly [ChecklistId, ReadonlyMap<number, Wording>])[] = [];
    for (const id of checklistIds) {
      const { versions } = await load(this.store, checklists, id);
      titled.push([id, new Map(versions.map(({ version, title }) => [version, title]))]);
    }
    return { teams: new Map(named), checklists: new Map(titled) };
  }
}
