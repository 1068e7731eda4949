import { expect, it } from '@jest/globals';
import { someCalendar } from '@redress/calendar/calendar.examples';
import { dayAt, numberOf } from '@redress/calendar/days';
import { versioned } from '@redress/contracts/event';
import { yellowAnswered } from '@redress/contracts/rectification/escalation.examples';
import { assigned, taskId } from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day } from '@redress/contracts/values';
import { fold } from '@redress/eventsourcing/aggregate';
import { having } from '@redress/eventsourcing/spec';
import fc from 'fast-check';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import type { StandardsOn } from '../policy/standards.js';
import { tasks } from '../task/task.js';
import { comeDue } from './come-due.js';

const SPAN = 60;
const assignedOn = numberOf(assigned.data.returnBy.from);
const dayOf = (after: number): Day => dayAt(assignedOn + after);

const figures = fc.record({
  blueWithinWorkingDays: fc.integer({ min: 0, max: 12 }),
  redAfterWorkingDays: fc.integer({ min: 1, max: 12 }),
  answerYellowWithinWorkingDays: fc.integer({ min: 1, max: 5 }),
  appealWithinWorkingDays: fc.integer({ min: 0, max: 5 }),
});

/** One policy and calendar up to a day, and others from then on. */
const someStandards: fc.Arbitrary<StandardsOn> = fc
  .tuple(figures, figures, someCalendar, someCalendar, fc.integer({ min: 0, max: SPAN }))
  .map(([before, after, calendar, otherCalendar, change]) => {
    const old = { policy: { ...DEFAULT_POLICY, cards: before }, calendar };
    const policy = { ...DEFAULT_POLICY, version: 'another', cards: after };
    const since = { policy, calendar: { ...otherCalendar, version: 'another' } };
    return (day) => (day < dayOf(change) ? old : since);
  });

/** What the timer draws when it comes on these days, in this order; the unit answers each yellow card at once. */
const drawnOn = (deadline: Day, days: readonly Day[], standards: StandardsOn): readonly TaskEvent[] =>
  days.reduce<readonly TaskEvent[]>(
    (history, day) => {
      const state = fold(
        tasks,
        history.map((event) => versioned(tasks, event)),
      );
      const drawn = comeDue({ taskId }, day, standards)(state);
      const answers = drawn.flatMap(({ data }) =>
        'answerBy' in data && 'colour' in data
          ? [having<TaskEvent & { type: 'CardAnswered' }>(yellowAnswered, { cardId: data.cardId })]
          : [],
      );
      return [...history, ...drawn, ...answers];
    },
    [having(assigned, { deadline })],
  );

/** What is the same however late it is drawn. */
const cardsIn = (history: readonly TaskEvent[]): readonly object[] =>
  history.flatMap(({ type, data }) => {
    if (type !== 'CardDrawn') return [];
    const { cardId, colour, rule, deadline, dueOn, counted, drawnOf, policy, calendar } = data;
    return [{ cardId, colour, rule, deadline, dueOn, counted, drawnOf, policy, calendar }];
  });

it('the same cards are drawn for the same days, whether the timer comes daily, once, or back and forth', () => {
  fc.assert(
    fc.property(
      someStandards,
      fc.integer({ min: 0, max: SPAN }),
      fc.array(fc.integer({ min: 0, max: SPAN }), { maxLength: 8 }),
      (standards, until, jumps) => {
        const [deadline, end] = [dayOf(until), dayOf(SPAN)];
        const daily = cardsIn(
          drawnOn(
            deadline,
            Array.from({ length: SPAN + 1 }, (_, day) => dayOf(day)),
            standards,
          ),
        );
        expect(cardsIn(drawnOn(deadline, [end], standards))).toEqual(daily);
        expect(cardsIn(drawnOn(deadline, [...jumps.map(dayOf), end], standards))).toEqual(daily);
      },
    ),
    { numRuns: 100 },
  );
});

it('a late timer draws blue, yellow and red for nearly every deadline that is long gone', () => {
  const drawn = fc
    .sample(fc.tuple(someStandards, fc.integer({ min: 0, max: SPAN / 4 })), 200)
    .map(([standards, until]) => cardsIn(drawnOn(dayOf(until), [dayOf(SPAN)], standards)).length);
  expect(drawn.filter((cards) => cards === 3).length).toBeGreaterThan(150);
});
