import type { Actor } from '@redress/contracts/envelope';
import type { SignCloseOut, SigningRejection } from '@redress/contracts/rectification/sign-close-out';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { PersonId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { isOver, type Task } from '../task/task.js';
import { isOfLeadUnit } from '../task/who.js';

/**
 * A head of the lead unit signs a request that waits for it. `heads` are those of the actor's unit on that day; a deputy
 * signs for one of them.
 */
export const signCloseOut =
  ({ taskId, entryId }: SignCloseOut, actor: Actor, heads: readonly PersonId[]) =>
  (task: Task): Decision<TaskEvent, SigningRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!isOfLeadUnit(actor, task)) return reject('not-the-lead-unit');
    const { person: head, onBehalfOf = head } = actor;
    if (!head || !onBehalfOf || !heads.includes(onBehalfOf)) return reject('not-a-head');
    const closeOut = task.closeOuts.find(({ id }) => id === entryId);
    if (!closeOut) return reject('no-such-close-out');
    if (closeOut.signature === 'given') return [];
    if (isOver(task)) return reject('task-is-closed');
    if (closeOut.status === 'replaced') return reject('close-out-replaced');
    if (closeOut.status !== 'requested') return reject('close-out-already-answered');
    if (closeOut.signature !== 'awaited') return reject('signature-not-awaited');

    return [{ type: 'CloseOutSigned', data: { taskId, entryId, head } }];
  };
