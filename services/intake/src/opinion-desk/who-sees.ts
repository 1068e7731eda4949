import { type Actor, SEES_EVERYTHING } from '@redress/contracts/envelope';
import type { OpinionRow } from '@redress/contracts/intake/opinion-desk';

/** Who works with all opinions sees all, and a unit's post what is addressed to it; an operator sees none. */
export const sees =
  ({ role, post }: Actor) =>
  ({ addressedTo }: Pick<OpinionRow, 'addressedTo'>): boolean =>
    SEES_EVERYTHING[role] || (role === 'unit' && post !== undefined && post === addressedTo);

/** A row as somebody sees it: who asked to be hidden is so from units. */
export const inTheEyesOf =
  ({ role }: Actor) =>
  (row: OpinionRow): OpinionRow => {
    if (!row.hidden || SEES_EVERYTHING[role]) return row;
    const seen: { -readonly [Field in keyof OpinionRow]: OpinionRow[Field] } = { ...row };
    delete seen.submitter;
    return seen;
  };
