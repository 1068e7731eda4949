import type { RebuildHealth } from '@redress/contracts/health';

/** How far the rows are that are made anew. */
export const percent = ({ position, lag }: Pick<RebuildHealth, 'position' | 'lag'>): string => {
  const done = Number(position);
  return done + lag === 0 ? '0 %' : `${String(Math.floor((100 * done) / (done + lag)))} %`;
};
