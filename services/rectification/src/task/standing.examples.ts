import { unrecused } from '@redress/contracts/rectification/recusal.examples';
import type { OverrideId, UnitId } from '@redress/contracts/values';
import type { Standing } from './who.js';

/** Nothing is known against whoever judges. */
export const independent: Standing = { units: [], recusal: unrecused };

/** Somebody who holds posts in these units besides. */
export const belongingTo = (...units: readonly UnitId[]): Standing => ({ ...independent, units });

/** Somebody who left a unit not long ago; with an override, the office let that pass. */
export const lately = (unit: UnitId, overriddenBy?: OverrideId) => {
  const conflict = { unit, kind: 'belongs', through: unit, from: unrecused.on, until: unrecused.on } as const;
  const conflicts = [{ ...conflict, ...(overriddenBy && { overriddenBy }) }];
  return { ...independent, recusal: { ...unrecused, conflicts } };
};
