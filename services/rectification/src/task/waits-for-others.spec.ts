import { expect, it } from '@jest/globals';
import { signed } from '@redress/contracts/rectification/aftermath.examples';
import { granted, timeAsked } from '@redress/contracts/rectification/more-time.examples';
import {
  assigned,
  closed,
  rejected,
  requested,
  verified,
} from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import { having } from '@redress/eventsourcing/spec';
import { type AssignedTask, type Task, tasks } from './task.js';
import { waitsForOthers } from './waits-for-others.js';

const late = having(requested, { late: true });
const unsigned = having(requested, { signature: 'awaited' });

it.each<[boolean, string, ...TaskEvent[]]>([
  [false, 'nothing was asked'],
  [true, 'more time was asked for', timeAsked],
  [false, 'more time was granted', timeAsked, granted],
  [true, 'close-out was asked for', requested],
  [true, 'close-out was verified', requested, verified],
  [false, 'close-out was rejected', requested, rejected],
  [false, 'it is closed', requested, verified, closed],
  [false, 'close-out was asked for too late', late],
  [true, 'close-out was asked for too late, but more time in time', late, timeAsked],
  [false, 'the own head has not signed yet', unsigned],
  [true, 'the head has signed', unsigned, signed],
])('%s when %s', (waits, _, ...events) => {
  const task = [assigned, ...events].reduce<Task>(tasks.evolve, tasks.initial) as AssignedTask;
  expect(waitsForOthers(task)).toBe(waits);
});
