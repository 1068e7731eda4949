import type { Actor } from '@redress/contracts/envelope';
import type { OpinionRow } from '@redress/contracts/intake/opinion-desk';

/** Who works with all opinions sees all, and a unit's post what is addressed to it; an operator sees none. */
export const sees =
  ({ role, post }: Actor) =>
  ({ addressedTo }: Pick<OpinionRow, 'addressedTo'>): boolean => {
    switch (role) {
      case 'office':
      case 'leading-group':
      case 'inspection':
      case 'auditor':
        return true;
      case 'unit':
        return post !== undefined && post === addressedTo;
      case 'submitter':
      case 'operator':
      case 'system':
        return false;
    }
  };
