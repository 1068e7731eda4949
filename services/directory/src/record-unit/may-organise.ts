import type { Actor } from '@redress/contracts/envelope';

/** Who keeps the tree of units, posts and people. */
export const mayOrganise = ({ role }: Actor): boolean => role === 'operator' || role === 'office';
