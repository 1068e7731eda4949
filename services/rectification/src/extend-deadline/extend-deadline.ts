import type { Actor } from '@redress/contracts/envelope';
import type {
  ExtensionAnswerRejection,
  ExtensionRefusalRejection,
  ExtensionRequestRejection,
  GrantExtension,
  RefuseExtension,
  RequestExtension,
} from '@redress/contracts/rectification/extend-deadline';
import type { Policy } from '@redress/contracts/rectification/policy';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import { type Day, daysBetween } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { isOver, pendingOf, type Task } from '../task/task.js';
import { isOfficeOrAbove, isOfLeadUnit } from '../task/who.js';

/** The lead unit asks for more time, on the last day of the deadline at the latest. */
export const requestExtension =
  ({ taskId, extensionId, until, reason }: RequestExtension, actor: Actor, today: Day) =>
  (task: Task): Decision<TaskEvent, ExtensionRequestRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!isOfLeadUnit(actor, task)) return reject('not-the-lead-unit');
    const before = task.extensions.find(({ id }) => id === extensionId);
    if (before)
      return before.until === until && before.reason === reason ? [] : reject('extension-id-is-taken');
    if (isOver(task)) return reject('task-is-closed');
    if (task.status === 'returned') return reject('task-is-returned');
    if (pendingOf(task)) return reject('another-extension-is-pending');
    if (today > task.deadline) return reject('deadline-has-passed');
    if (until <= task.deadline) return reject('not-later-than-the-deadline');

    const { deadline, firstDeadline, assignment } = task;
    const { title, leadUnit } = assignment;
    const daysInAll = daysBetween(firstDeadline, until);
    const data = { taskId, extensionId, leadUnit, until, title, deadline, daysInAll, reason };
    return [{ type: 'ExtensionRequested', data }];
  };

type Answer<Reason extends string> = (task: Task) => Decision<TaskEvent, Reason>;

/** The office grants what was asked; beyond its days, the leading group. `on` is the day on which that is decided. */
export const grantExtension =
  (
    { taskId, extensionId }: GrantExtension,
    actor: Actor,
    policy: Policy,
    on?: Day,
  ): Answer<ExtensionAnswerRejection> =>
  (task) => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!isOfficeOrAbove(actor)) return reject('not-the-office');
    const asked = task.extensions.find(({ id }) => id === extensionId);
    if (!asked) return reject('no-such-extension');
    if (asked.status === 'granted') return [];
    if (asked.status === 'refused') return reject('extension-already-answered');
    if (asked.status === 'lapsed') return reject('extension-lapsed');
    const { deadline, firstDeadline, assignment } = task;
    const daysInAll = daysBetween(firstDeadline, asked.until);
    const { extension, approvals } = policy;
    const needsApproval =
      daysInAll > extension.officeMayAddDays && approvals.extensionBeyond === 'leading-group';
    if (actor.role === 'office' && needsApproval) return reject('needs-the-leading-group');

    const about = { taskId, extensionId, leadUnit: assignment.leadUnit, until: asked.until };
    const by = { deadline, daysInAll, policy: policy.version, ...(on && { on }) };
    return [{ type: 'ExtensionGranted', data: { ...about, ...by } }];
  };

/** The office, or the leading group, refuses what was asked and says why. */
export const refuseExtension =
  ({ taskId, extensionId, reason }: RefuseExtension, actor: Actor): Answer<ExtensionRefusalRejection> =>
  (task) => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!isOfficeOrAbove(actor)) return reject('not-the-office');
    const asked = task.extensions.find(({ id }) => id === extensionId);
    if (!asked) return reject('no-such-extension');
    if (asked.refusal === reason) return [];
    if (asked.status === 'granted' || asked.status === 'refused') return reject('extension-already-answered');
    if (asked.status === 'lapsed') return reject('extension-lapsed');

    const { leadUnit } = task.assignment;
    const { until } = asked;
    return [{ type: 'ExtensionRefused', data: { taskId, extensionId, leadUnit, until, reason } }];
  };
