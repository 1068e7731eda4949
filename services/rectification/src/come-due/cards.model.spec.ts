import { expect, it } from '@jest/globals';
import { fold } from '@redress/eventsourcing/aggregate';
import fc from 'fast-check';
import { type Task, tasks } from '../task/task.js';
import { stored, walked } from '../task/walked.examples.js';
import { mayDecide, mayDraw, namesWhatEnds } from './card-promises.examples.js';
import { cardWalk } from './card-walks.examples.js';

it('cards only rise unless an appeal is right, and are drawn once, on every walk', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(cardWalk, (steps) => {
      const { happened, rejections } = walked(steps);
      for (const [index, one] of happened.entries()) {
        const before = happened.slice(0, index);
        mayDraw(before, one);
        mayDecide(before, one);
        namesWhatEnds(before, one);
        const { type, data } = one.event;
        seen.add(type === 'CardDrawn' ? `${data.colour} ${data.rule}` : type);
      }
      const told = happened.map(({ event }) => event);
      const task = told.reduce<Task>((state, event) => tasks.evolve(state, event), tasks.initial);
      expect(fold(tasks, stored(happened))).toEqual(task);
      for (const reason of rejections) seen.add(reason);
    }),
    { numRuns: 400 },
  );
  const missed = [
    'blue near-due',
    'yellow overdue',
    'red long-overdue',
    'red yellow-unanswered',
    'yellow office',
    'red office',
    'CardAnswered',
    'CardAppealed',
    'AppealDecided',
    'TaskReturned',
    'TaskReassigned',
    'ExtensionGranted',
    'ExtensionRefused',
    'CloseOutRejected',
    'not-above-the-card-in-force',
    'decider-drew-the-card',
    'appeal-is-too-late',
    'answer-is-too-late',
    'card-not-in-force',
    'already-appealed',
    'appeal-already-decided',
  ].filter((one) => !seen.has(one));
  expect(missed).toEqual([]);
});
