import type { Actor } from '@redress/contracts/envelope';
import type {
  AnswerObjection,
  ObjectingRejection,
  ObjectionAnswerRejection,
  RaiseObjection,
} from '@redress/contracts/rectification/object-to-close-out';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day, EntryId, UnitId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { type CloseOut, noticeTermOf, type Objection, openCloseOut } from '../task/close-outs.js';
import type { AssignedTask, Task } from '../task/task.js';
import { isOffice, partOf } from '../task/who.js';

/** To one notice, answered or not: whoever floods it does not fill the stream. */
export const MOST_OBJECTIONS = 50;

/** Anybody objects while the request is shown to the public, the last day included. */
export const raiseObjection =
  ({ taskId, objectionId, text }: RaiseObjection, today: Day) =>
  (task: Task): Decision<TaskEvent, ObjectingRejection> => {
    if (task.status === 'unassigned') return reject('no-such-notice');
    const before = raisedAs(task, objectionId);
    if (before) return before.objection.text === text ? [] : reject('objection-id-is-taken');
    const closeOut = task.status === 'on-notice' ? openCloseOut(task.closeOuts) : undefined;
    const term = closeOut && noticeTermOf(closeOut);
    if (!term || today < term.from) return reject('no-such-notice');
    if (today > term.to) return reject('notice-is-over');
    if (closeOut.objections.length >= MOST_OBJECTIONS) return reject('notice-is-full');

    const { id: entryId } = closeOut;
    const { leadUnit } = task.assignment;
    return [{ type: 'ObjectionRaised', data: { taskId, entryId, objectionId, leadUnit, text } }];
  };

/**
 * Somebody of the office who has no part in the task answers an objection, as long as the request stands. `units` are
 * all to which they belong on that day.
 */
export const answerObjection =
  ({ taskId, objectionId, upheld, answer }: AnswerObjection, actor: Actor, units: readonly UnitId[]) =>
  (task: Task): Decision<TaskEvent, ObjectionAnswerRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!isOffice(actor)) return reject('not-the-office');
    const part = partOf(actor, units, task);
    if (part) return reject(`answerer-${part}`);
    const raised = raisedAs(task, objectionId);
    if (!raised) return reject('no-such-objection');
    const { closeOut, objection } = raised;
    if (objection.status !== 'raised') {
      const isSame = objection.answer === answer && (objection.status === 'upheld') === upheld;
      return isSame ? [] : reject('objection-already-answered');
    }
    if (task.status !== 'on-notice' || closeOut.status !== 'verified') return reject('objection-overtaken');

    const { id: entryId } = closeOut;
    const { leadUnit } = task.assignment;
    return [{ type: 'ObjectionAnswered', data: { taskId, entryId, objectionId, leadUnit, upheld, answer } }];
  };

type Raised = { readonly closeOut: CloseOut; readonly objection: Objection };

/** The objection of this id, and the request that it speaks against. */
const raisedAs = ({ closeOuts }: AssignedTask, id: EntryId): Raised | undefined =>
  closeOuts
    .flatMap((closeOut) => closeOut.objections.map((objection) => ({ closeOut, objection })))
    .find(({ objection }) => objection.id === id);
