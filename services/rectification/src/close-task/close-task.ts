import { monthsAfter } from '@redress/calendar/months';
import type { Actor } from '@redress/contracts/envelope';
import type { CloseTask, ClosingRejection } from '@redress/contracts/rectification/close-task';
import type { Policy } from '@redress/contracts/rectification/policy';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { endedCards } from '../task/cards.js';
import { lapsing } from '../task/lapsing.js';
import { type CloseOut, noticeTermOf } from '../task/close-outs.js';
import type { Task } from '../task/task.js';
import { verifiedRequest } from '../task/verified-request.js';
import { isOffice } from '../task/who.js';

/**
 * The office closes the task on one verified request, and on exactly the evidence that the request names, once its
 * public notice is over and each objection answered, or without a notice where that was skipped. More time that was
 * asked for is not needed any more; so many months later somebody looks whether it lasted.
 */
export const closeTask =
  ({ taskId, entryId, outcome }: CloseTask, actor: Actor, today: Day, { lookBack, version }: Policy) =>
  (task: Task): Decision<TaskEvent, ClosingRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!isOffice(actor)) return reject('not-the-office');
    if (task.status === 'closed') {
      const before = task.closeOuts.find(({ id }) => id === entryId);
      const isSame = before?.status === 'closed' && before.outcome === outcome;
      return isSame ? [] : reject('already-closed');
    }
    if (task.status === 'withdrawn') return reject('task-is-closed');
    const closeOut = verifiedRequest(task, entryId);
    if ('rejected' in closeOut) return closeOut;
    const why = notShown(closeOut, today);
    if (why) return reject(why);

    const { revision: atRevision, assignment, cards } = task;
    const evidence = [...closeOut.evidence];
    const { issues } = assignment;
    const { afterMonths: months } = lookBack;
    const looking = { from: today, on: monthsAfter(today, months), months, policy: version };
    const data = { taskId, issues, entryId, evidence, atRevision, outcome, lookBack: looking };
    return [{ type: 'TaskClosed', data: { ...data, ...endedCards(cards) } }, ...lapsing(taskId, task, today)];
  };

/** Why the public has not had its say; undefined when it has, or the notice was skipped. */
const notShown = (closeOut: CloseOut, today: Day): ClosingRejection | undefined => {
  if (!closeOut.notice) return 'notice-not-published';
  const term = noticeTermOf(closeOut);
  if (term && today <= term.to) return 'notice-not-over';
  return closeOut.objections.some(({ status }) => status === 'raised') ? 'objection-unanswered' : undefined;
};
