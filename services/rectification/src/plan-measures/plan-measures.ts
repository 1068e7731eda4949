import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '@redress/contracts/envelope';
import type { PlanMeasures, PlanRejection } from '@redress/contracts/rectification/plan-measures';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Task } from '../task/task.js';
import { isOfLeadUnit } from '../task/who.js';

/** The lead unit promises its measures, the last not after the deadline. */
export const planMeasures =
  ({ taskId, measures: promised }: PlanMeasures, actor: Actor) =>
  (task: Task): Decision<TaskEvent, PlanRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!isOfLeadUnit(actor, task)) return reject('not-the-lead-unit');
    if (task.status === 'assigned' || task.status === 'returned') return reject('not-accepted-yet');
    const measures = promised.map((measure) => ({ ...measure }));
    if (isDeepStrictEqual(task.firstPlan, measures)) return [];
    if (task.status === 'withdrawn') return reject('task-is-closed');
    if (task.status !== 'accepted') return reject('already-planned');
    if (new Set(measures.map(({ measureId }) => measureId)).size < measures.length)
      return reject('measure-named-twice');
    if (measures.some(({ due }) => due > task.deadline)) return reject('measure-due-after-the-deadline');

    return [{ type: 'MeasuresPlanned', data: { taskId, measures } }];
  };
