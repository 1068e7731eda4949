import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '@redress/contracts/envelope';
import type { CloseOutRejection, RequestCloseOut } from '@redress/contracts/rectification/request-close-out';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Signature } from '@redress/contracts/rectification/words';
import type { Day, PersonId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { openCloseOut } from '../task/close-outs.js';
import { evidenceOf } from '../task/attached.js';
import { type Entry, entryOf, isOver, isPlanned, type Task } from '../task/task.js';
import { waitsForOthers } from '../task/waits-for-others.js';
import { isOfLeadUnit } from '../task/who.js';

/**
 * The lead unit asks for close-out, on the evidence there is now. A request not yet used is replaced. `heads` are those
 * of the actor's unit on that day: one of them signs, and has done so by asking.
 */
export const requestCloseOut =
  (
    { taskId, entryId, summary, ...command }: RequestCloseOut,
    actor: Actor,
    today: Day,
    heads: readonly PersonId[],
  ) =>
  (task: Task): Decision<TaskEvent, CloseOutRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!isOfLeadUnit(actor, task)) return reject('not-the-lead-unit');
    const unfinished = command.unfinished.map((measure) => ({ ...measure }));
    const before = entryOf(task, entryId);
    if (before) return saysTheSame(before, { summary, unfinished }) ? [] : reject('entry-id-is-taken');
    if (isOver(task)) return reject('task-is-closed');
    if (!isPlanned(task)) return reject('not-planned-yet');
    const evidence = [...evidenceOf(task)];
    if (evidence.length === 0) return reject('no-evidence');

    const explained = unfinished.map(({ measureId }) => measureId);
    const known = task.measures.map(({ measureId }) => measureId);
    if (!explained.every((measureId) => known.includes(measureId))) return reject('no-such-measure');
    if (new Set(explained).size < explained.length) return reject('measure-named-twice');
    if (explained.some((measureId) => task.done.includes(measureId))) return reject('measure-is-done');
    const settled = [...task.done, ...explained];
    if (!known.every((measureId) => settled.includes(measureId))) return reject('measure-left-open');

    const open = openCloseOut(task.closeOuts);
    const replaced = open && { replaces: open.id };
    const late = today > task.deadline && !waitsForOthers(task) && ({ late: true } as const);
    const signature = signatureOf(actor, heads);
    const data = { taskId, entryId, summary, evidence, unfinished, ...replaced, signature, ...late };
    return [{ type: 'CloseOutRequested', data }];
  };

const signatureOf = ({ person }: Actor, heads: readonly PersonId[]): Signature => {
  if (heads.length === 0) return 'not-required';
  return person && heads.includes(person) ? 'given' : 'awaited';
};

const saysTheSame = (before: Entry, said: Pick<RequestCloseOut, 'summary' | 'unfinished'>): boolean =>
  before.type === 'CloseOutRequested' &&
  isDeepStrictEqual({ summary: before.data.summary, unfinished: before.data.unfinished }, said);
