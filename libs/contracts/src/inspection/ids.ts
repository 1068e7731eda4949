import { v5 as uuidOf } from 'uuid';
import type { ChecklistId, TeamId } from '../values.js';

// Teams and checklists that come from files are known by a code. Their ids derive from it, so that a file that is
// imported twice speaks of the same things. Never changed: ids are in the log.
const TEAMS = '5b0c2f5e-6a5e-5d0b-9f4e-3a8f6f0d1c11';
const CHECKLISTS = '5b0c2f5e-6a5e-5d0b-9f4e-3a8f6f0d1c12';

export const teamIdOf = (code: string): TeamId => uuidOf(code, TEAMS) as TeamId;

export const checklistIdOf = (code: string): ChecklistId => uuidOf(code, CHECKLISTS) as ChecklistId;
