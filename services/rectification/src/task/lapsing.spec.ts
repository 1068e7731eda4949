import { expect, it } from '@jest/globals';
import {
  proposeCircular,
  redDrawn,
  redId,
  talkApproved,
  talkHeld,
  talkLapsed,
  talkProposed,
  talkRefused,
  yellowId,
} from '@redress/contracts/rectification/escalation.examples';
import { lapsed, timeAsked } from '@redress/contracts/rectification/more-time.examples';
import { today } from '@redress/contracts/rectification/people.examples';
import { assigned, taskId } from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import { having } from '@redress/eventsourcing/spec';
import { lapsing, lapsingWith } from './lapsing.js';
import { type AssignedTask, type Task, tasks } from './task.js';

const after = (...events: readonly TaskEvent[]): AssignedTask =>
  [assigned, ...events].reduce<Task>(tasks.evolve, tasks.initial) as AssignedTask;

const { entryId, kind } = proposeCircular;
const circularProposed = having<TaskEvent & { type: 'EscalationProposed' }>(talkProposed, {
  entryId,
  kind,
  cardId: yellowId,
});
const circularLapsed = having<TaskEvent & { type: 'EscalationLapsed' }>(talkLapsed, { entryId, kind });

it('lets lapse what waits for an answer, or was approved and not done yet', () => {
  expect(lapsing(taskId, after(), today)).toEqual([]);
  expect(lapsing(taskId, after(timeAsked, redDrawn, talkProposed, circularProposed), today)).toEqual([
    lapsed,
    talkLapsed,
    circularLapsed,
  ]);
  expect(lapsing(taskId, after(redDrawn, talkProposed, talkApproved), today)).toEqual([talkLapsed]);
});

it('leaves what was answered or done', () => {
  expect(lapsing(taskId, after(redDrawn, talkProposed, talkRefused), today)).toEqual([]);
  expect(lapsing(taskId, after(redDrawn, talkProposed, talkApproved, talkHeld), today)).toEqual([]);
  expect(lapsing(taskId, after(redDrawn, talkProposed, talkLapsed), today)).toEqual([]);
});

it('takes with a card only what rested on it', () => {
  const both = after(timeAsked, redDrawn, talkProposed, circularProposed);
  expect(lapsingWith(redId, taskId, both, today)).toEqual([talkLapsed]);
  expect(lapsingWith(yellowId, taskId, both, today)).toEqual([circularLapsed]);
});
