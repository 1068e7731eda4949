import {
  FindInspectingTeams,
  type InspectingTeam,
  type InspectingTeams,
} from '@redress/contracts/inspection/inspecting-teams';
import { FindConflicts, type RecusalCheck } from '@redress/contracts/inspection/recusal';
import type { Answer, Query } from '@redress/contracts/query';
import { unrecused } from '@redress/contracts/rectification/recusal.examples';
import type { PersonId, UnitId } from '@redress/contracts/values';
import { Services } from '@redress/edge/services';
import type { Clock } from '@redress/eventsourcing/clock';
import type { EventStore } from '@redress/eventsourcing/event-store';
import { membershipsOf } from './memberships.examples.js';
import { Recusals } from './recusals.js';
import { Standings } from './standings.js';

type Units = Readonly<Partial<Record<PersonId, readonly UnitId[]>>>;

/** An inspection that knows who left which units lately, and nothing else; silent, it does not say. */
export class SmallInspection extends Services {
  constructor(
    private readonly left: Units | 'silent',
    private readonly teams: readonly InspectingTeam[] = [],
  ) {
    super();
  }

  override send(): never {
    throw new Error('nobody commands inspection here');
  }

  override ask<Shape extends object, Reply extends object>(
    { subject }: Query<Shape, Reply>,
    asked: Shape,
  ): Promise<Answer<Reply>> {
    if (this.left === 'silent') return Promise.resolve({ rejected: 'not-found' });
    const answers: Readonly<Record<string, () => object>> = {
      [FindConflicts.subject]: () => this.checked(asked as FindConflicts),
      [FindInspectingTeams.subject]: () => this.inspecting(asked as FindInspectingTeams),
    };
    const answer = answers[subject];
    if (!answer) throw new Error(`nobody asks for ${subject} here`);
    return Promise.resolve(answer() as Answer<Reply>);
  }

  private inspecting({ units }: FindInspectingTeams): InspectingTeams {
    const teams = this.teams.map((team) => ({
      ...team,
      units: team.units.filter((unit) => units.includes(unit)),
    }));
    return { teams: teams.filter((team) => team.units.length > 0) };
  }

  private checked({ person, units, on }: FindConflicts): RecusalCheck {
    const left = this.left === 'silent' ? [] : (this.left[person] ?? []);
    const conflicts = units
      .filter((unit) => left.includes(unit))
      .map((unit) => ({ unit, kind: 'belongs', through: unit, from: on }) as const);
    return { ...unrecused, person, units, on, conflicts };
  }
}

/** Where people belong besides, and which units they left lately. */
export const standingsOf = (
  store: EventStore,
  clock: Clock,
  belongings: Units = {},
  left: Units | 'silent' = {},
): Standings =>
  new Standings(store, clock, membershipsOf(belongings), new Recusals(new SmallInspection(left)));
