import { weekOnly } from '@redress/calendar/calendar';
import { DEFAULT_POLICY } from './default-policy.js';
import type { Standards } from './standards.js';

/** By which the terms in the examples were counted. */
export const standards: Standards = { policy: DEFAULT_POLICY, calendar: weekOnly() };
