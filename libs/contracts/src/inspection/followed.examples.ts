import { deadline, leadUnit, today } from '../rectification/people.examples.js';
import type { Day } from '../values.js';
import { entryIdOf, findingId, issueFinding } from './finding-commands.examples.js';
import { issueIdOfFinding, taskIdOfFinding } from './finding-ids.js';
import type { FindingEvent, FollowedTask } from './finding.events.js';
import { roundId } from './round.examples.js';
import { teamId } from './team.examples.js';
import { visitId } from './visit.examples.js';

// How the task of a finding goes on, as the finding has it.
type Followed = Extract<FindingEvent, { type: 'FindingTaskFollowed' }>;
const followed = {
  issueId: issueIdOfFinding(findingId),
  taskId: taskIdOfFinding(findingId),
  taskRevision: 0,
  news: 'assigned',
  day: today,
  standing: 'assigned',
  leadUnit,
  supportingUnits: issueFinding.supportingUnits,
  taskType: issueFinding.taskType,
  assignedOn: today,
  deadline,
  criterion: issueFinding.criterion,
} satisfies FollowedTask;
const following = (task: FollowedTask): Followed => ({
  type: 'FindingTaskFollowed',
  data: { findingId, unit: leadUnit, visitId, roundId, teamId, ...task },
});
export const taskFollowed = following(followed);
export const acceptanceFollowed = following({
  ...followed,
  taskRevision: 1,
  news: 'accepted',
  standing: 'accepted',
});
export const closingFollowed = following({
  ...followed,
  taskRevision: 9,
  news: 'closed',
  standing: 'closed',
  day: deadline,
  closedOn: deadline,
  outcome: '已补齐。',
});
export const reopeningFollowed = following({
  ...followed,
  taskRevision: 10,
  news: 'reopened',
  standing: 'accepted',
  day: '2026-04-10' as Day,
  reason: '又缺了两次。',
});
export const reviewFollowed = following({
  ...followed,
  taskRevision: 2,
  news: 'review-asked',
  reason: 'The minutes are kept elsewhere',
  review: { entryId: entryIdOf(8), answerBy: '2026-04-19' as Day },
});
export const withdrawalFollowed = following({
  ...followed,
  taskRevision: 4,
  news: 'withdrawn',
  standing: 'withdrawn',
  reason: 'They are',
  review: { entryId: entryIdOf(8), answerBy: '2026-04-19' as Day, outcome: 'withdrawn' },
});
