import type { Actor } from '@redress/contracts/envelope';
import type { UnitId } from '@redress/contracts/values';
import { type AssignedTask, unitsOf } from './task.js';

export const isOffice = ({ role }: Actor): boolean => role === 'office';

/** Whoever decides for the office: itself, or the leading group whose office it is. */
export const isOfficeOrAbove = ({ role }: Actor): boolean => role === 'office' || role === 'leading-group';

export const isOfLeadUnit = ({ role, unit }: Actor, { assignment }: AssignedTask): boolean =>
  role === 'unit' && unit === assignment.leadUnit;

/** The unit for which somebody acts, in whatever role, when it leads the task or supports it. */
export const responsibleUnitOf = ({ unit }: Actor, { assignment }: AssignedTask): UnitId | undefined =>
  unitsOf(assignment).find((responsible) => responsible === unit);
