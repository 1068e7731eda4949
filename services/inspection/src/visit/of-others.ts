import type { Actor } from '@redress/contracts/envelope';
import type { UnitId } from '@redress/contracts/values';

/** To a unit, whatever is about another one is as if it were not there. */
export const isOfOthers = ({ role, unit }: Actor, inspected: UnitId): boolean =>
  role === 'unit' && unit !== inspected;
