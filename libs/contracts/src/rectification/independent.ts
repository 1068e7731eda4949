import type { RecusalOfEvent } from '../inspection/recusal.js';

/** By somebody independent: what was known of them and the units of the task on that day. Absent from before it was checked. */
export type Independent = { recusal?: RecusalOfEvent };
