import type { Actor } from '@redress/contracts/envelope';
import type { LookBackRejection, RecordLookBack } from '@redress/contracts/rectification/look-back';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { type Entry, entryOf, type Task } from '../task/task.js';
import { type Standing, whatKeeps } from '../task/who.js';

/**
 * Somebody independent looked at a closed task, on a day since the closing. On the day on which a look was due, or
 * later, that is done with it; one before is unscheduled, and the other stays due. `standing` is that of
 * whoever looked on the day of the act.
 */
export const recordLookBack =
  (
    { taskId, entryId, found, seen, where, on }: RecordLookBack,
    actor: Actor,
    today: Day,
    standing: Standing,
  ) =>
  (task: Task): Decision<TaskEvent, LookBackRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (actor.role !== 'inspection' && actor.role !== 'office') return reject('not-a-verifier');
    const kept = whatKeeps(actor, standing, task);
    if (kept) return reject(`verifier-${kept}`);
    const before = entryOf(task, entryId);
    if (before) return saysTheSame(before, { found, seen, where, on }) ? [] : reject('entry-id-is-taken');
    if (task.status !== 'closed') return reject('not-closed');
    const { lookBack, assignment } = task;
    if (lookBack && on < lookBack.from) return reject('seen-before-the-closing');
    if (on > today) return reject('seen-in-the-future');

    const { leadUnit, title } = assignment;
    const isDone = lookBack && lookBack.status !== 'done' && on >= lookBack.on;
    const data = { taskId, entryId, leadUnit, title, found, seen, where, on };
    const { recusal } = standing;
    const known = { ...(isDone && { dueOn: lookBack.on }), ...(recusal && { recusal }) };
    return [{ type: 'LookedBack', data: { ...data, ...known } }];
  };

type Said = Pick<RecordLookBack, 'found' | 'seen' | 'where' | 'on'>;
const saysTheSame = ({ type, data }: Entry, { found, seen, where, on }: Said): boolean =>
  type === 'LookedBack' &&
  data.found === found &&
  data.seen === seen &&
  data.where === where &&
  data.on === on;
