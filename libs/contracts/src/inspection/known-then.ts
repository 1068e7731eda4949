import type { Plain } from '../event.js';
import type { RecusalCheck } from './recusal.js';
import type { KnownThen } from './recusal-acts.js';

/** What a check that stands in an event came to, and which overrides let something pass. */
export const knownThen = ({ conflicts, facts }: Plain<RecusalCheck>): KnownThen => {
  const used = new Set(conflicts.map(({ overriddenBy }) => overriddenBy));
  return { conflicts, overrides: facts.overrides.filter(({ overrideId }) => used.has(overrideId)) };
};
