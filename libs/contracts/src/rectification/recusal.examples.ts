import type { RecusalOfEvent } from '../inspection/recusal.js';
import { inspector, leadUnit, strangeUnit, supportingUnit, today } from './people.examples.js';

/** Nothing speaks against whoever judges a task of these units. */
export const unrecused: RecusalOfEvent = {
  person: inspector.person,
  on: today,
  units: [leadUnit, supportingUnit, strangeUnit],
  conflicts: [],
  facts: { belongings: [], lines: [], interests: [], overrides: [] },
};
