import { type Actor, SEES_EVERYTHING } from '@redress/contracts/envelope';
import type { OpinionRow } from '@redress/contracts/intake/opinion-desk';

/** Who works with all opinions sees all, and a unit's post what is addressed to it; an operator sees none. */
export const sees =
  ({ role, post }: Actor) =>
  ({ addressedTo }: Pick<OpinionRow, 'addressedTo'>): boolean =>
    SEES_EVERYTHING[role] || (role === 'unit' && post !== undefined && post === addressedTo);
