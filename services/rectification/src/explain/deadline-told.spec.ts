import { expect, it } from '@jest/globals';
import { granted } from '@redress/contracts/rectification/more-time.examples';
import { deadline, today } from '@redress/contracts/rectification/people.examples';
import { returnBy } from '@redress/contracts/rectification/task.examples';
import { countedTold, grantedTold, namedTold } from './deadline-told.js';

it.each([
  [
    'TaskAssigned',
    'The deadline is 2026-03-31: the office named it when the task was assigned on 2026-03-20.',
    '时限为2026-03-31：督查办于2026-03-20交办时指定。',
  ],
  [
    'TaskReassigned',
    'The deadline is 2026-03-31: the office named it when the task was assigned anew on 2026-03-20.',
    '时限为2026-03-31：督查办于2026-03-20重新交办时指定。',
  ],
  [
    'TaskReopened',
    'The deadline is 2026-03-31: the office named it when the task was reopened on 2026-03-20.',
    '时限为2026-03-31：督查办于2026-03-20复号时指定。',
  ],
] as const)('that the office named a deadline, with %s, is told in both languages', (setting, en, zh) => {
  expect(namedTold(setting, deadline, today)).toEqual({ en, zh });
});

it('so is that the working days of its type were counted', () => {
  expect(countedTold('TaskReopened', deadline, { ...returnBy, workingDays: 7 })).toEqual({
    en: 'The deadline is 2026-03-31: the task was reopened on 2026-03-20, and its type has 7 working days.',
    zh: '时限为2026-03-31：2026-03-20复号，该类任务为7个工作日。',
  });
});

it('and that more time was granted', () => {
  expect(grantedTold(granted.data)).toEqual({
    en: 'The deadline is 2026-04-15: more time was granted, it was 2026-03-31 before; that is 15 days after the first deadline.',
    zh: '时限为2026-04-15：原为2026-03-31，已准予延期，比最初时限共延长15天。',
  });
});
