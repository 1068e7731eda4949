import type { Liaison, PairedUnit, TeamMember, TeamRow } from '@redress/contracts/inspection/team-list';
import { type TeamEvent, teamEvents } from '@redress/contracts/inspection/team.events';
import type { Day, PersonId, TeamId, UnitId } from '@redress/contracts/values';
import type { Projection } from '@redress/read-models/projection';
import { isOn } from '../dated/dated.js';

/** A team with all who were ever in it, and all units that it ever inspected. */
export type DatedTeam = {
  readonly id: TeamId;
  readonly name: string;
  readonly from: Day;
  readonly until: Day;
  readonly members: Readonly<Record<string, TeamMember>>;
  readonly pairings: Readonly<Record<string, PairedUnit>>;
  readonly liaisons: Readonly<Record<string, Liaison>>;
  /** Whoever is in the members, and whatever is in the pairings. */
  readonly people: Readonly<Record<PersonId, true>>;
  readonly units: Readonly<Record<UnitId, true>>;
  readonly revision: number;
};

/** The last day of what has no end. */
const NEVER = '9999-12-31' as Day;

export const teamList: Projection<TeamEvent, DatedTeam> = {
  name: 'teamList',
  version: 1,
  of: teamEvents,
  indexes: [['name']],
  held: { people: ['name'], units: ['name'] },
  search: ['name'],
  on: {
    TeamFormed: ({ teamId: id, name, from, until = NEVER }, { revision }) => ({
      put: {
        id,
        name,
        from,
        until,
        members: {},
        pairings: {},
        liaisons: {},
        people: {},
        units: {},
        revision,
      },
    }),
    MemberJoined: ({ teamId, ...member }, { revision }) => ({
      set: teamId,
      to: { members: { [memberKey(member)]: member }, people: { [member.person]: true }, revision },
    }),
    MemberLeft: ({ teamId, until, ...member }, { revision }) => ({
      set: teamId,
      to: { members: { [memberKey(member)]: { until } }, revision },
    }),
    UnitPaired: ({ teamId, ...pairing }, { revision }) => ({
      set: teamId,
      to: { pairings: { [pairingKey(pairing)]: pairing }, units: { [pairing.unit]: true }, revision },
    }),
    UnitUnpaired: ({ teamId, until, ...pairing }, { revision }) => ({
      set: teamId,
      to: { pairings: { [pairingKey(pairing)]: { until } }, revision },
    }),
    LiaisonStationed: ({ teamId, recusal: _, ...liaison }, { revision }) => ({
      set: teamId,
      to: { liaisons: { [liaisonKey(liaison)]: liaison }, revision },
    }),
    LiaisonWithdrawn: ({ teamId, until, ...liaison }, { revision }) => ({
      set: teamId,
      to: { liaisons: { [liaisonKey(liaison)]: { until } }, revision },
    }),
    TeamDissolved: ({ teamId, until }, { revision }) => ({ set: teamId, to: { until, revision } }),
  },
};

const memberKey = ({ person, from }: Pick<TeamMember, 'person' | 'from'>): string => `${from} ${person}`;
const pairingKey = ({ unit, from }: Pick<PairedUnit, 'unit' | 'from'>): string => `${from} ${unit}`;
const liaisonKey = ({ person, unit, from }: Pick<Liaison, 'person' | 'unit' | 'from'>): string =>
  `${from} ${unit} ${person}`;

/** The team as it was on a day; undefined when it was not there. */
export const rowOn = (team: DatedTeam, day: Day): TeamRow | undefined => {
  const { id, name, from, until, members, pairings, liaisons, revision } = team;
  if (!isOn({ from, until }, day)) return undefined;
  const then = <Fact extends TeamMember | PairedUnit>(
    facts: Readonly<Record<string, Fact>>,
  ): readonly Fact[] =>
    Object.entries(facts)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, fact]) => fact)
      .filter((fact) => isOn(fact, day));
  return {
    id,
    name,
    from,
    ...(until !== NEVER && { until }),
    members: then(members),
    units: then(pairings),
    liaisons: then(liaisons),
    revision,
  };
};
