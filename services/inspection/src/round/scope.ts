import type { ScopeGroup } from '@redress/contracts/inspection/round.events';
import type { TeamId, UnitId } from '@redress/contracts/values';

/** So many units in one event, with their teams, are far from what an event may have. */
const IN_ONE_EVENT = 5_000;

/** The units of a round, and which teams are to see each. */
export type Scope = ReadonlyMap<UnitId, readonly TeamId[]>;

/** Which team is to see which units. */
export type Pairing = readonly { readonly team: TeamId; readonly units: readonly UnitId[] }[];

/** These units, each with the teams that are paired with it. */
export const scopeOf = (units: readonly UnitId[], pairing: Pairing): Scope => {
  const scope = new Map<UnitId, TeamId[]>(units.map((unit) => [unit, []]));
  for (const { team, units: paired } of pairing) for (const unit of paired) scope.get(unit)?.push(team);
  return new Map([...scope].map(([unit, teams]) => [unit, [...new Set(teams)].toSorted()]));
};

/** As an event has it: those with the same teams together. */
export const groupsOf = (scope: Scope): readonly ScopeGroup[] => {
  const groups = new Map<string, { teams: readonly TeamId[]; units: UnitId[] }>();
  for (const [unit, teams] of scope) {
    const group = groups.get(teams.join()) ?? { teams, units: [] };
    groups.set(teams.join(), group);
    group.units.push(unit);
  }
  return [...groups.values()];
};

/** In as many parts as take an event each. */
export const partsOf = (scope: Scope): readonly (readonly ScopeGroup[])[] => {
  const units = [...scope];
  return Array.from({ length: Math.ceil(units.length / IN_ONE_EVENT) }, (_, part) =>
    groupsOf(new Map(units.slice(part * IN_ONE_EVENT, (part + 1) * IN_ONE_EVENT))),
  );
};

/** With the units of these groups as well. */
export const joined = (scope: Scope, groups: readonly ScopeGroup[]): Scope =>
  new Map([...scope, ...groups.flatMap(({ teams, units }) => units.map((unit) => [unit, teams] as const))]);

export const without = (scope: Scope, units: readonly UnitId[]): Scope => {
  const gone = new Set(units);
  return new Map([...scope].filter(([unit]) => !gone.has(unit)));
};
