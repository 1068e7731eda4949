import { v5 as uuidOf } from 'uuid';
import type { CaseId, EntryId, FindingId, IssueId, ItemId, TaskId, VisitId } from '../values.js';

// What follows from something without anybody naming it has an id that derives from it, so that whoever does it twice, or
// goes on after a crash, speaks of the same thing. Never changed: ids are in the log.
const DRAFTS = '5b0c2f5e-6a5e-5d0b-9f4e-3a8f6f0d1c13';
const PARTS = '5b0c2f5e-6a5e-5d0b-9f4e-3a8f6f0d1c16';
const ISSUES = '5b0c2f5e-6a5e-5d0b-9f4e-3a8f6f0d1c14';
const TASKS = '5b0c2f5e-6a5e-5d0b-9f4e-3a8f6f0d1c15';

/** Of the finding that the service drafts when an item failed and none rests on it. */
export const draftIdOf = (visitId: VisitId, itemId: ItemId): FindingId =>
  uuidOf(`${visitId} ${itemId}`, DRAFTS) as FindingId;

/** Of what was split off, where somebody else took the id that was made up for it in the same moment. */
export const partIdOf = (findingId: FindingId, entryId: EntryId): FindingId =>
  uuidOf(`${findingId} ${entryId}`, PARTS) as FindingId;

/** A finding leads to one issue and one task, however often it is issued. */
export const issueIdOfFinding = (findingId: FindingId): IssueId => uuidOf(findingId, ISSUES) as IssueId;
export const taskIdOfFinding = (findingId: FindingId): TaskId => uuidOf(findingId, TASKS) as TaskId;

/** All that follows from a finding is one case, which is called by it. */
export const caseOfFinding = (findingId: FindingId): CaseId => findingId as string as CaseId;
export const findingOfCase = (caseId: CaseId): FindingId => caseId as string as FindingId;
