import type { Actor } from '@redress/contracts/envelope';
import type { CloseTask, ClosingRejection } from '@redress/contracts/rectification/close-task';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { lapsing } from '../task/lapsing.js';
import { namesAllEvidence, type Task } from '../task/task.js';
import { isOffice } from '../task/who.js';

/**
 * The office closes the task on one verified request, and on exactly the evidence that the request names. More time
 * that was asked for is not needed any more.
 */
export const closeTask =
  ({ taskId, entryId, outcome }: CloseTask, actor: Actor) =>
  (task: Task): Decision<TaskEvent, ClosingRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!isOffice(actor)) return reject('not-the-office');
    const closeOut = task.closeOuts.find(({ id }) => id === entryId);
    if (task.status === 'closed')
      return closeOut?.status === 'closed' && closeOut.outcome === outcome ? [] : reject('already-closed');
    if (task.status === 'withdrawn') return reject('task-is-closed');
    if (!closeOut) return reject('no-such-close-out');
    if (closeOut.status === 'replaced') return reject('close-out-replaced');
    if (closeOut.status === 'requested') return reject('close-out-not-verified');
    if (closeOut.status === 'rejected') return reject('close-out-rejected');
    if (closeOut.status === 'objected') return reject('close-out-objected');
    if (closeOut.status === 'closed') return reject('close-out-already-used');
    if (!namesAllEvidence(closeOut, task)) return reject('evidence-changed');

    const { revision: atRevision, assignment } = task;
    const evidence = [...closeOut.evidence];
    const { issues } = assignment;
    const data = { taskId, issues, entryId, evidence, atRevision, outcome };
    return [{ type: 'TaskClosed', data }, ...lapsing(taskId, task)];
  };
