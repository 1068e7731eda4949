import { expect, it } from '@jest/globals';
import { inspector, strangeUnit } from '@redress/contracts/rectification/people.examples';
import { assigned, requested, taskId } from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { TaskId } from '@redress/contracts/values';
import { rowsAndEvents } from '../desk.examples.js';
import { ledger } from '../ledger/ledger.js';
import { judgingDesk } from './judging.examples.js';

const elsewhere = '0190a5c4-1111-7aaa-8aaa-000000000093' as TaskId;
const there = (event: TaskEvent, change: object = {}): TaskEvent =>
  ({ ...event, data: { ...event.data, taskId: elsewhere, ...change } }) as TaskEvent;

it('what keeps somebody from one task of a page is not told of another', async () => {
  const rows = await rowsAndEvents(
    ledger,
    [assigned, requested],
    [there(assigned, { leadUnit: strangeUnit, supportingUnits: [] }), there(requested)],
  );
  const left = { [inspector.person]: [strangeUnit] };
  const desk = judgingDesk(rows, '2026-03-24', { left });
  const answer = await desk.page(ledger, {}, inspector, {
    where: {},
    by: 'assignedAt',
    taskOf: ({ id }) => id,
  });
  const judgesOf = (id: TaskId) =>
    'rejected' in answer ? undefined : answer.rows.find((row) => row.id === id)?.judges;
  expect(judgesOf(taskId)).toEqual([{ person: inspector.person, conflicts: [] }]);
  expect(judgesOf(elsewhere)).toMatchObject([{ keptBy: 'is-recused', conflicts: [{ unit: strangeUnit }] }]);
});
