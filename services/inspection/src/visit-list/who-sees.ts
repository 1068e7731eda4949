import { type Actor, SEES_EVERYTHING } from '@redress/contracts/envelope';
import type { UnitId } from '@redress/contracts/values';
import type { StoredVisit } from './visit-list.js';

/** Which visits somebody may see: all, those of the own unit unless they are hidden from it, or for undefined none. */
export const scopeOf = ({
  role,
  unit,
}: Actor): { readonly unit?: UnitId; readonly isHidden?: false } | undefined => {
  if (SEES_EVERYTHING[role]) return {};
  return role === 'unit' && unit ? { unit, isHidden: false } : undefined;
};

/** Whether one visit is among those. */
export const maySee = (actor: Actor, visit: Pick<StoredVisit, 'unit' | 'isHidden'>): boolean => {
  const scope = scopeOf(actor);
  return scope !== undefined && (scope.unit === undefined || (scope.unit === visit.unit && !visit.isHidden));
};
