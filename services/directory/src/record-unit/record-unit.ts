import { unitIdOf } from '@redress/contracts/directory/ids';
import type { UnitEvent } from '@redress/contracts/directory/organisation.events';
import type { DissolveUnit, RecordUnit, UnitRejection } from '@redress/contracts/directory/units';
import type { Actor } from '@redress/contracts/envelope';
import type { UnitId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { type Unit, unitOn } from '../unit/unit.js';
import { mayOrganise } from './may-organise.js';

type Decide = (unit: Unit) => Decision<UnitEvent, UnitRejection>;

/** A unit above another. */
export type Above = { readonly id: UnitId; readonly unit: Unit };

/**
 * The operator or the office records how a unit is from a day on. What it was before that day stays as it was.
 * `above` are the parent and all above it on that day, the parent first.
 */
export const recordUnit =
  ({ code, name, parent, from }: RecordUnit, actor: Actor, above: readonly Above[]): Decide =>
  (unit) => {
    if (!mayOrganise(actor)) return reject('may-not-change-the-organisation');
    const unitId = unitIdOf(code);
    const under = parent === undefined ? undefined : unitIdOf(parent);
    const then = unitOn(unit, from);
    if (then?.name === name && then.parent === under) return [];
    if (under === unitId || above.some(({ id }) => id === unitId)) return reject('its-own-ancestor');
    if (under !== undefined) {
      const parentUnit = above[0]?.unit;
      if (!parentUnit || parentUnit.status === 'unknown') return reject('no-such-parent');
      if (!unitOn(parentUnit, from)) return reject('parent-not-there-then');
    }

    const placed = under === undefined ? {} : { parent: under };
    if (unit.status === 'unknown')
      return [{ type: 'UnitEstablished', data: { unitId, code, name, ...placed, from } }];
    if (unit.dissolvedFrom !== undefined) return reject('unit-dissolved');
    if (from <= unit.last.from) return reject('not-later-than-the-last-change');
    const renamed: UnitEvent = { type: 'UnitRenamed', data: { unitId, name, from } };
    const moved: UnitEvent = { type: 'UnitMoved', data: { unitId, ...placed, from } };
    return [...(unit.last.name === name ? [] : [renamed]), ...(unit.last.parent === under ? [] : [moved])];
  };

/** From a day on, the unit is no more. Its posts are then nobody's to act in. */
export const dissolveUnit =
  ({ code, from }: DissolveUnit, actor: Actor): Decide =>
  (unit) => {
    if (!mayOrganise(actor)) return reject('may-not-change-the-organisation');
    if (unit.status === 'unknown') return reject('no-such-unit');
    if (unit.dissolvedFrom === from) return [];
    if (unit.dissolvedFrom !== undefined) return reject('unit-dissolved');
    if (from <= unit.last.from) return reject('not-later-than-the-last-change');
    return [{ type: 'UnitDissolved', data: { unitId: unitIdOf(code), from } }];
  };
