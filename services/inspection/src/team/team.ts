import type { TeamPart } from '@redress/contracts/inspection/team-parts';
import { type TeamEvent, teamEvents } from '@redress/contracts/inspection/team.events';
import type { Day, PersonId, UnitId } from '@redress/contracts/values';
import type { Aggregate } from '@redress/eventsourcing/aggregate';
import type { Dated } from '../dated/dated.js';

export type Membership = Dated & { readonly person: PersonId; readonly part: TeamPart };
export type Pairing = Dated & { readonly unit: UnitId };
export type Station = Dated & { readonly person: PersonId; readonly unit: UnitId };

export type FormedTeam = {
  readonly status: 'formed';
  readonly name: string;
  readonly term: Dated;
  readonly members: readonly Membership[];
  readonly pairings: readonly Pairing[];
  readonly liaisons: readonly Station[];
};
export type Team = { readonly status: 'unknown' } | FormedTeam;

const evolve = (team: Team, { type, data }: TeamEvent): Team => {
  if (type === 'TeamFormed') {
    const { name, ...term } = data;
    return { status: 'formed', name, term: begun(term), members: [], pairings: [], liaisons: [] };
  }
  if (team.status === 'unknown') return team;

  const { members, pairings, liaisons } = team;
  switch (type) {
    case 'MemberJoined': {
      const { person, part } = data;
      return { ...team, members: [...members, { person, part, ...begun(data) }] };
    }
    case 'MemberLeft': {
      const { person, from, until } = data;
      return { ...team, members: ended(members, { person, from }, until) };
    }
    case 'UnitPaired':
      return { ...team, pairings: [...pairings, { unit: data.unit, ...begun(data) }] };
    case 'UnitUnpaired': {
      const { unit, from, until } = data;
      return { ...team, pairings: ended(pairings, { unit, from }, until) };
    }
    case 'LiaisonStationed': {
      const { person, unit } = data;
      return { ...team, liaisons: [...liaisons, { person, unit, ...begun(data) }] };
    }
    case 'LiaisonWithdrawn': {
      const { person, unit, from, until } = data;
      return { ...team, liaisons: ended(liaisons, { person, unit, from }, until) };
    }
    case 'TeamDissolved':
      return { ...team, term: { ...team.term, until: data.until } };
  }
};

const begun = ({ from, until }: { readonly from: Day; readonly until?: Day }): Dated => ({
  from,
  until,
  foreseen: until,
});

/** The fact that is named by these of its fields ends. */
const ended = <D extends Dated>(facts: readonly D[], named: Partial<D>, until: Day): readonly D[] =>
  facts.map((fact) => {
    const isIt = Object.entries(named).every(([field, value]) => fact[field as keyof D] === value);
    return isIt ? { ...fact, until } : fact;
  });

export const teams: Aggregate<Team, TeamEvent> = { ...teamEvents, initial: { status: 'unknown' }, evolve };
