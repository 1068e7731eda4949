import type { Rejected } from '@redress/contracts/command';
import type { Actor } from '@redress/contracts/envelope';
import type { Policy } from '@redress/contracts/rectification/policy';
import type {
  NoticeRejection,
  PublishNotice,
  SkipNotice,
  SkippingRejection,
} from '@redress/contracts/rectification/public-notice';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { TermOfEvent } from '@redress/contracts/rectification/term';
import type { EntryId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { CloseOut, Notice } from '../task/close-outs.js';
import { type AssignedTask, isOver, type Task } from '../task/task.js';
import { verifiedRequest } from '../task/verified-request.js';
import { isOffice } from '../task/who.js';

/**
 * The office shows a verified request to the public until the end of the term. `unitName` is what the lead unit is
 * called on that day: the notice goes on saying so.
 */
export const publishNotice =
  ({ taskId, entryId, text }: PublishNotice, actor: Actor, term: TermOfEvent, unitName: string) =>
  (task: Task): Decision<TaskEvent, NoticeRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!isOffice(actor)) return reject('not-the-office');
    const before = noticeOf(task, entryId);
    if (before && 'term' in before && before.text === text) return [];
    const closeOut = withoutNotice(task, entryId);
    if ('rejected' in closeOut) return closeOut;

    const { issues, title, criterion, leadUnit } = task.assignment;
    const data = { taskId, entryId, issues, title, criterion, leadUnit, unitName, text, term };
    return [{ type: 'NoticePublished', data }];
  };

/** The office leaves it out, on a ground that the policy knows. */
export const skipNotice =
  ({ taskId, entryId, ground, reason }: SkipNotice, actor: Actor, { notice, version }: Policy) =>
  (task: Task): Decision<TaskEvent, SkippingRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!isOffice(actor)) return reject('not-the-office');
    const before = noticeOf(task, entryId);
    if (before && 'ground' in before && before.ground === ground && before.reason === reason) return [];
    const closeOut = withoutNotice(task, entryId);
    if ('rejected' in closeOut) return closeOut;
    if (!notice.skipGrounds.includes(ground)) return reject('no-such-skip-ground');

    return [{ type: 'NoticeSkipped', data: { taskId, entryId, ground, reason, policy: version } }];
  };

const noticeOf = ({ closeOuts }: AssignedTask, entryId: EntryId): Notice | undefined =>
  closeOuts.find(({ id }) => id === entryId)?.notice;

/** A request that may be shown, and of which it is not yet decided whether it is. */
const withoutNotice = (task: AssignedTask, entryId: EntryId): CloseOut | Rejected<NoticeRejection> => {
  if (isOver(task)) return reject('task-is-closed');
  const closeOut = verifiedRequest(task, entryId);
  if ('rejected' in closeOut || !closeOut.notice) return closeOut;
  return reject('term' in closeOut.notice ? 'notice-already-published' : 'notice-already-skipped');
};
