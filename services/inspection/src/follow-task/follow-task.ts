import type { FindingEvent, FollowedTask } from '@redress/contracts/inspection/finding.events';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day } from '@redress/contracts/values';
import type { Finding, KnownFinding } from '../finding/finding.js';

/** What of a task concerns the finding that it came from. */
const NEWS = [
  'TaskAssigned',
  'TaskReturned',
  'TaskReassigned',
  'TaskAccepted',
  'ExtensionGranted',
  'TaskClosed',
  'TaskReopened',
  'LookedBack',
  'ReviewRequested',
  'ReviewAnswered',
  'TaskWithdrawn',
] as const;
export type TaskNews = Extract<TaskEvent, { type: (typeof NEWS)[number] }>;

export const isNews = <E extends TaskEvent>(event: E): event is E & TaskNews =>
  (NEWS as readonly string[]).includes(event.type);

/**
 * Keeps a finding up with its task, as that was at a revision of its stream. What is not newer than what the finding knows
 * changes nothing, however late and however often it comes; nor does the task of another.
 */
export const followTask =
  (event: TaskNews, taskRevision: number, day: Day) =>
  (finding: Finding): readonly FindingEvent[] => {
    if (finding.status === 'unknown' || finding.issuing?.taskId !== event.data.taskId) return [];
    const { task } = finding;
    if (task && task.taskRevision >= taskRevision) return [];
    const before = task ? knownOf(task) : begunBy(finding, event, day);
    if (!before) return [];
    const known = event.type === 'TaskReopened' ? openAgain(before) : before;
    const { findingId, unit, visitId, roundId, teamId } = finding.about;
    const about = { findingId, unit, visitId, ...(roundId && { roundId }), teamId };
    const after = { ...known, ...changeBy(event, known, day), taskRevision, day };
    return [{ type: 'FindingTaskFollowed', data: { ...about, ...after } }];
  };

/** As it stood, without why that was so. */
const knownOf = ({
  findingId: _,
  unit: __,
  visitId: ___,
  roundId: ____,
  teamId: _____,
  reason: ______,
  ...task
}: NonNullable<KnownFinding['task']>): FollowedTask => task;

const openAgain = ({ closedOn: _, outcome: __, ...task }: FollowedTask): FollowedTask => task;

/** The first that is heard of it is its assignment. */
const begunBy = ({ issuing }: KnownFinding, { type, data }: TaskNews, day: Day): FollowedTask | undefined => {
  if (type !== 'TaskAssigned' || !issuing) return undefined;
  const { taskId, leadUnit, supportingUnits, taskType, deadline, criterion } = data;
  return {
    issueId: issuing.issueId,
    taskId,
    taskRevision: -1,
    news: 'assigned',
    day,
    standing: 'assigned',
    leadUnit,
    supportingUnits,
    taskType,
    assignedOn: day,
    deadline,
    criterion,
  };
};

type Change = Partial<FollowedTask> & Pick<FollowedTask, 'news'>;

const changeBy = ({ type, data }: TaskNews, known: FollowedTask, day: Day): Change => {
  switch (type) {
    case 'TaskAssigned':
      return { news: 'assigned' };
    case 'TaskReturned':
      return { news: 'returned', standing: 'returned', reason: data.reason };
    case 'TaskReassigned': {
      const { leadUnit, supportingUnits, deadline } = data;
      const anew = { leadUnit, supportingUnits, deadline, assignedOn: day };
      return { news: 'reassigned', standing: 'assigned', ...anew };
    }
    case 'TaskAccepted':
      return { news: 'accepted', standing: 'accepted' };
    case 'ExtensionGranted':
      return { news: 'deadline-moved', deadline: data.until };
    case 'TaskClosed':
      return { news: 'closed', standing: 'closed', closedOn: day, outcome: data.outcome };
    case 'TaskReopened': {
      const { reason, deadline = known.deadline } = data;
      return { news: 'reopened', standing: 'accepted', deadline, reason };
    }
    case 'LookedBack':
      return { news: 'looked-back', lookedBack: { found: data.found, on: data.on } };
    case 'ReviewRequested': {
      const { entryId, answerBy, reason } = data;
      return { news: 'review-asked', review: { entryId, answerBy }, reason };
    }
    case 'ReviewAnswered': {
      const { entryId, outcome, reason, criterion = known.criterion } = data;
      const { answerBy = day } = known.review?.entryId === entryId ? known.review : {};
      return { news: 'review-answered', review: { entryId, answerBy, outcome }, criterion, reason };
    }
    case 'TaskWithdrawn':
      return { news: 'withdrawn', standing: 'withdrawn', reason: data.reason };
  }
};
