import type { Actor } from '@redress/contracts/envelope';

/** Who says who goes and looks. */
export const mayFormTeams = ({ role }: Actor): boolean => role === 'office' || role === 'operator';
