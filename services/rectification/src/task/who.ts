import type { Actor } from '@redress/contracts/envelope';
import type { UnitId } from '@redress/contracts/values';
import { type AssignedTask, unitsOf } from './task.js';

export const isOffice = ({ role }: Actor): boolean => role === 'office';

/** Whoever decides for the office: itself, or the leading group whose office it is. */
export const isOfficeOrAbove = ({ role }: Actor): boolean => role === 'office' || role === 'leading-group';

/**
 * What keeps somebody from judging the task: they are not known, or have a part in it. `units` are all to which they
 * belong on that day, in whatever post; undefined for whoever is independent of it.
 */
export const partOf = (
  { person, unit }: Actor,
  units: readonly UnitId[],
  { assignment, people }: AssignedTask,
): 'is-unnamed' | 'of-a-responsible-unit' | 'answers-for-the-task' | undefined => {
  if (!person || !unit) return 'is-unnamed';
  if ([unit, ...units].some((one) => unitsOf(assignment).includes(one))) return 'of-a-responsible-unit';
  return people.includes(person) ? 'answers-for-the-task' : undefined;
};

export const isOfLeadUnit = ({ role, unit }: Actor, { assignment }: AssignedTask): boolean =>
  role === 'unit' && unit === assignment.leadUnit;

/** The unit for which somebody acts, in whatever role, when it leads the task or supports it. */
export const responsibleUnitOf = ({ unit }: Actor, { assignment }: AssignedTask): UnitId | undefined =>
  unitsOf(assignment).find((responsible) => responsible === unit);
