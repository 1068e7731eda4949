import { expect, it } from '@jest/globals';
import { granted } from '@redress/contracts/rectification/more-time.examples';
import {
  assigned,
  closed,
  reassigned,
  reopened,
  returnBy,
} from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day } from '@redress/contracts/values';
import { rowsAfter } from '@redress/read-models/spec';
import { ledger } from './ledger.js';

type Of<Type extends TaskEvent['type']> = Extract<TaskEvent, { type: Type }>;
const deadlineBy = { ...returnBy, workingDays: 30, to: '2026-05-01' as Day };
const computed = { deadline: deadlineBy.to, deadlineBy };
const counted: Of<'TaskAssigned'> = { ...assigned, data: { ...assigned.data, ...computed } };
const countedAnew: Of<'TaskReassigned'> = { ...reassigned, data: { ...reassigned.data, ...computed } };
const reopenedSo: Of<'TaskReopened'> = { ...reopened, data: { ...reopened.data, ...computed } };
const reopenedUntil: Of<'TaskReopened'> = {
  ...reopened,
  data: { ...reopened.data, deadline: granted.data.until },
};

it.each([
  [[counted]],
  [[assigned, countedAnew]],
  [[assigned, closed, reopenedSo]],
  [[counted, closed, reopened]],
] as const)('shows how the deadline came about that nobody named', (events) => {
  expect(rowsAfter(ledger, ...events)).toMatchObject([computed]);
});

it.each([
  [[assigned]],
  [[counted, reassigned]],
  [[counted, granted]],
  [[counted, closed, reopenedUntil]],
] as const)('and no longer, once somebody named another', (events) => {
  const [row] = rowsAfter(ledger, ...events);
  expect(row?.deadline).not.toBe(deadlineBy.to);
  expect(row).not.toHaveProperty('deadlineBy');
});
