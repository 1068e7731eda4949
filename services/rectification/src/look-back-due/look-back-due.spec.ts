import { it } from '@jest/globals';
import {
  lookBackFellDue,
  lookBackOn,
  relapsed,
  taskWithdrawn,
} from '@redress/contracts/rectification/aftermath.examples';
import { deadline } from '@redress/contracts/rectification/people.examples';
import { assigned, closed, reopened, taskId } from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { toClosing, unassigned } from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { lookBackDue } from './look-back-due.js';

const { given } = specFor(tasks);
const later = '2026-09-01' as Day;

const { taskId: id, issues, entryId, evidence, atRevision, outcome } = closed.data;
const withoutLookBack = { taskId: id, issues, entryId, evidence, atRevision, outcome };

it('a later check falls due on its day, or when somebody looks again', () => {
  given(...toClosing)
    .when(lookBackDue({ taskId }, lookBackOn))
    .yields(lookBackFellDue);
  given(...toClosing)
    .when(lookBackDue({ taskId }, later))
    .yields(lookBackFellDue);
});

it('and after another closing, another one', () => {
  const lookBack = { ...closed.data.lookBack, on: later };
  const again = having<TaskEvent & { type: 'TaskClosed' }>(closed, { lookBack });
  const closedAgain = given(...toClosing, lookBackFellDue, reopened, again);
  closedAgain.when(lookBackDue({ taskId }, lookBackOn)).changesNothing();
  closedAgain
    .when(lookBackDue({ taskId }, later))
    .yields(having<TaskEvent & { type: 'LookBackFellDue' }>(lookBackFellDue, { dueOn: later }));
});

it.each([
  ['before that day', given(...toClosing), '2026-06-19' as Day],
  ['when somebody looked already', given(...toClosing, relapsed), later],
  ['while the task is open', given(...toClosing, reopened), later],
  ['of a task that was never closed', given(assigned), later],
  ['of one that a review took back', given(...toClosing, taskWithdrawn), later],
  ['where there is no task', unassigned, deadline],
  [
    'of a closing that asked for none',
    given(...toClosing.slice(0, -1), { ...closed, data: withoutLookBack }),
    later,
  ],
])('not %s', (_, task, day) => {
  task.when(lookBackDue({ taskId }, day)).changesNothing();
});
