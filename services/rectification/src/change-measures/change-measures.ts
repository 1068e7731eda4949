import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '@redress/contracts/envelope';
import type { ChangeMeasures, PlanChangeRejection } from '@redress/contracts/rectification/change-measures';
import type { Measure, TaskEvent } from '@redress/contracts/rectification/task.events';
import type { MeasureId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { type Entry, entryOf, isOver, isPlanned, type Task } from '../task/task.js';
import { isOfLeadUnit } from '../task/who.js';

/** The lead unit changes its measures and says why; what is done stays as it was promised. */
export const changeMeasures =
  ({ taskId, entryId, reason, ...command }: ChangeMeasures, actor: Actor) =>
  (task: Task): Decision<TaskEvent, PlanChangeRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!isOfLeadUnit(actor, task)) return reject('not-the-lead-unit');
    const measures = command.measures.map((measure) => ({ ...measure }));
    const before = entryOf(task, entryId);
    if (before) return saysTheSame(before, { reason, measures }) ? [] : reject('entry-id-is-taken');
    if (isOver(task)) return reject('task-is-closed');
    if (!isPlanned(task)) return reject('not-planned-yet');
    if (task.status !== 'planned') return reject('close-out-is-requested');
    if (new Set(idsOf(measures)).size < measures.length) return reject('measure-named-twice');

    const difference = differenceOf(task.measures, measures);
    const { added, changed, removed } = difference;
    if (task.done.some((id) => changed.includes(id) || removed.includes(id)))
      return reject('done-measure-changed');
    if (measures.some(({ due }) => due > task.deadline)) return reject('measure-due-after-the-deadline');
    if (added.length + changed.length + removed.length === 0) return reject('nothing-changes');

    return [{ type: 'MeasuresChanged', data: { taskId, entryId, reason, measures, ...difference } }];
  };

const differenceOf = (before: readonly Measure[], after: readonly Measure[]) => {
  const wasSo = (measure: Measure): boolean => before.some((one) => isDeepStrictEqual(one, measure));
  const known = idsOf(before);
  const now = idsOf(after);
  return {
    added: now.filter((id) => !known.includes(id)),
    changed: idsOf(after.filter((measure) => known.includes(measure.measureId) && !wasSo(measure))),
    removed: known.filter((id) => !now.includes(id)),
  };
};

const idsOf = (measures: readonly Measure[]): MeasureId[] => measures.map(({ measureId }) => measureId);

const saysTheSame = (before: Entry, said: Pick<ChangeMeasures, 'reason' | 'measures'>): boolean =>
  before.type === 'MeasuresChanged' &&
  isDeepStrictEqual({ reason: before.data.reason, measures: before.data.measures }, said);
