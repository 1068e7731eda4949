import type { Actor } from '@redress/contracts/envelope';
import type { ReopeningRejection, ReopenTask } from '@redress/contracts/rectification/reopen-task';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Standards } from '../policy/standards.js';
import { deadlineTerm } from '../policy/terms.js';
import type { Task } from '../task/task.js';
import { isOffice } from '../task/who.js';

/**
 * The office reopens a closed task, with a deadline or without. A day that has passed is none: without another, so many
 * working days are counted as the policy has for the type. It goes on from its plan; to close it again takes a new
 * request, and a new notice.
 */
export const reopenTask =
  ({ taskId, reason, deadline }: ReopenTask, actor: Actor, today: Day, standards: Standards) =>
  (task: Task): Decision<TaskEvent, ReopeningRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!isOffice(actor)) return reject('not-the-office');
    if (task.status !== 'closed') {
      const isSame =
        task.reopened?.reason === reason && (deadline ?? task.reopened.deadline) === task.reopened.deadline;
      return isSame ? [] : reject('not-closed');
    }
    if (deadline !== undefined && deadline < today) return reject('deadline-before-reopening');

    const { issues, taskType } = task.assignment;
    const about = { taskId, issues, reason, on: today };
    if (deadline !== undefined) return [{ type: 'TaskReopened', data: { ...about, deadline } }];
    if (task.deadline >= today) return [{ type: 'TaskReopened', data: about }];
    const deadlineBy = deadlineTerm(standards, taskType, today);
    return deadlineBy
      ? [{ type: 'TaskReopened', data: { ...about, deadline: deadlineBy.to, deadlineBy } }]
      : reject('deadline-needed');
  };
