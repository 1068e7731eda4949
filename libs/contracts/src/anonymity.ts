import type { Actor } from './envelope.js';
import type { Instant } from './values.js';

/** Whoever acts without a name: nothing is kept that leads to them, the minute in which they did it not either. */
export const isAnonymous = ({ role, person }: Actor): boolean => role === 'submitter' && person === undefined;

/** The beginning of the hour. */
export const hourOf = (moment: Instant): Instant => `${moment.slice(0, 13)}:00:00.000Z` as Instant;

/** A moment as exactly as it may be kept and shown of who acted then. */
export const asKept = (moment: Instant, actor: Actor): Instant =>
  isAnonymous(actor) ? hourOf(moment) : moment;
