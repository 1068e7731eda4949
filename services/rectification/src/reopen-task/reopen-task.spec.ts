import { describe, it } from '@jest/globals';
import { officialCalendar } from '@redress/calendar/official-calendar';
import {
  dayAfterDeadline,
  deadline,
  inspector,
  lead,
  officer,
  today,
  yesterday,
} from '@redress/contracts/rectification/people.examples';
import { assigned, reopen, reopened } from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import { termOf } from '../policy/terms.js';
import { confirmed, putBack, struckOff, toClosing, unassigned } from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { reopenTask } from './reopen-task.js';

type Reopened = Extract<TaskEvent, { type: 'TaskReopened' }>;

const { given } = specFor(tasks);
const standards = { policy: DEFAULT_POLICY, calendar: officialCalendar };
const reopening = (command: Parameters<typeof reopenTask>[0], day: Day = today) =>
  reopenTask(command, officer, day, standards);
const after = (change: Partial<Reopened['data']>): Reopened => having<Reopened>(reopened, change);
const until = '2026-04-15' as Day;

describe('the office reopens a closed task', () => {
  it('and says why; the deadline stays as long as it has not passed', () => {
    struckOff.when(reopening(reopen)).yields(reopened);
    struckOff.when(reopening(reopen, deadline)).yields(after({ on: deadline }));
  });

  it('until a day that it names, today at the earliest', () => {
    for (const day of [until, today])
      struckOff.when(reopening({ ...reopen, deadline: day })).yields(after({ deadline: day }));
    struckOff.when(reopening({ ...reopen, deadline: yesterday })).isRejected('deadline-before-reopening');
  });

  it('by the working days of its type, once the deadline has passed and no other is named', () => {
    const deadlineBy = termOf(standards, dayAfterDeadline, 30);
    struckOff
      .when(reopening(reopen, dayAfterDeadline))
      .yields(after({ on: dayAfterDeadline, deadline: deadlineBy.to, deadlineBy }));
  });

  it('and must name a day where the policy counts none for the type', () => {
    const [, ...then] = toClosing;
    const ongoing = given(having(assigned, { taskType: 'ongoing' }), ...then);
    ongoing.when(reopening(reopen, deadline)).yields(after({ on: deadline }));
    ongoing.when(reopening(reopen, dayAfterDeadline)).isRejected('deadline-needed');
    ongoing
      .when(reopening({ ...reopen, deadline: until }, dayAfterDeadline))
      .yields(after({ on: dayAfterDeadline, deadline: until }));
  });

  it('once: the same again is a repeat, another day is not', () => {
    const moved = given(...toClosing, after({ deadline: until }));
    for (const day of [today, dayAfterDeadline]) {
      putBack.when(reopening(reopen, day)).changesNothing();
      moved.when(reopening(reopen, day)).changesNothing();
      moved.when(reopening({ ...reopen, deadline: until }, day)).changesNothing();
    }
    moved.when(reopening({ ...reopen, deadline })).isRejected('not-closed');
    putBack.when(reopening({ ...reopen, deadline })).isRejected('not-closed');
  });

  it.each([
    ['no-such-task', unassigned, reopen, officer],
    ['not-the-office', struckOff, reopen, inspector],
    ['not-the-office', struckOff, reopen, lead],
    ['not-closed', confirmed, reopen, officer],
    ['not-closed', putBack, { ...reopen, reason: 'Another' }, officer],
  ] as const)('but is told %s', (reason, task, command, actor) => {
    task.when(reopenTask(command, actor, today, standards)).isRejected(reason);
  });
});
