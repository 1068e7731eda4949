import { type Actor, SEES_EVERYTHING } from '@redress/contracts/envelope';
import type { UnitId } from '@redress/contracts/values';

/** A filter on rows that hold the units they concern. */
export type Scope = { readonly units?: { readonly has: UnitId } };

/** Which rows somebody may see: all, those that concern the own unit, or for undefined none at all. */
export const scopeOf = ({ role, unit }: Actor): Scope | undefined => {
  if (SEES_EVERYTHING[role]) return {};
  return role === 'unit' && unit ? { units: { has: unit } } : undefined;
};

/** Whether one row is among those. */
export const maySee = (actor: Actor, { units }: { readonly units: object }): boolean => {
  const scope = scopeOf(actor);
  return scope !== undefined && (scope.units === undefined || Object.hasOwn(units, scope.units.has));
};
