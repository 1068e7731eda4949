import { expect, it } from '@jest/globals';
import { dayAfterDeadline, deadline, today } from '@redress/contracts/rectification/people.examples';
import { standards } from '../policy/standards.examples.js';
import { deadlineTerm } from '../policy/terms.js';
import { deadlineFor } from './deadline-for.js';

it('the office names the deadline of a task, from the same day on', () => {
  const named = { deadline, taskType: 'time-bound' };
  expect(deadlineFor(named, today, standards)).toEqual({ deadline });
  expect(deadlineFor(named, deadline, standards)).toEqual({ deadline });
  expect(deadlineFor(named, dayAfterDeadline, standards)).toEqual({ rejected: 'deadline-before-assignment' });
});

it('when it names none, the type has one by its working days, or needs one', () => {
  const deadlineBy = deadlineTerm(standards, 'immediate', today);
  expect(deadlineFor({ taskType: 'immediate' }, today, standards)).toEqual({
    deadline: '2026-03-27',
    deadlineBy,
  });
  expect(deadlineFor({ taskType: 'ongoing' }, today, standards)).toEqual({ rejected: 'deadline-needed' });
});
