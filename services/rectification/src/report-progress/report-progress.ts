import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '@redress/contracts/envelope';
import type { ProgressRejection, ReportProgress } from '@redress/contracts/rectification/report-progress';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { entryOf, isOver, isPlanned, type Task } from '../task/task.js';
import { responsibleUnitOf } from '../task/who.js';

/** A responsible unit reports, and says which measures are done. */
export const reportProgress =
  ({ taskId, entryId, text, done }: ReportProgress, actor: Actor) =>
  (task: Task): Decision<TaskEvent, ProgressRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    const unit = responsibleUnitOf(actor, task);
    if (actor.role !== 'unit' || !unit) return reject('not-a-responsible-unit');
    const report: TaskEvent = { type: 'ProgressReported', data: { taskId, entryId, unit, text, done } };
    const before = entryOf(task, entryId);
    if (before) return isDeepStrictEqual(before, report) ? [] : reject('entry-id-is-taken');
    if (isOver(task)) return reject('task-is-closed');
    if (!isPlanned(task)) return reject('not-planned-yet');
    const known = task.measures.map(({ measureId }) => measureId);
    if (!done.every((measureId) => known.includes(measureId))) return reject('no-such-measure');

    return [report];
  };
