import { describe, it } from '@jest/globals';
import { dayAfterDeadline, lead, officer, supporter } from '@redress/contracts/rectification/people.examples';
import type { PlannedMeasure } from '@redress/contracts/rectification/plan-measures';
import { askForTime, granted, timeAsked } from '@redress/contracts/rectification/more-time.examples';
import { accepted, assigned, plan, planned } from '@redress/contracts/rectification/task.examples';
import { having, specFor } from '@redress/eventsourcing/spec';
import {
  justAccepted,
  justAssigned,
  justPlanned,
  putBack,
  struckOff,
  unassigned,
} from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { planMeasures } from './plan-measures.js';

const [first, second] = planned.data.measures as [PlannedMeasure, PlannedMeasure];
const shorter = { ...plan, measures: [first] };

describe('the lead unit plans', () => {
  it('measures that are due by the deadline', () => {
    justAccepted.when(planMeasures(plan, lead)).yields(planned);
  });

  it('by the day that holds now, when the deadline was extended', () => {
    const measures = [{ ...first, due: askForTime.until }];
    specFor(tasks)
      .given(assigned, accepted, timeAsked, granted)
      .when(planMeasures({ ...plan, measures }, lead))
      .yields(having(planned, { measures }));
  });

  it('once: the same again is a repeat, however late', () => {
    struckOff.when(planMeasures(plan, lead)).changesNothing();
  });

  it.each([
    ['no-such-task', unassigned, plan, lead],
    ['not-the-lead-unit', justAccepted, plan, supporter],
    ['not-the-lead-unit', justAccepted, plan, officer],
    ['not-accepted-yet', justAssigned, plan, lead],
    ['already-planned', justPlanned, shorter, lead],
    ['already-planned', putBack, shorter, lead],
    ['measure-named-twice', justAccepted, { ...plan, measures: [first, second, first] }, lead],
    [
      'measure-due-after-the-deadline',
      justAccepted,
      { ...plan, measures: [first, { ...second, due: dayAfterDeadline }] },
      lead,
    ],
  ] as const)('but is told %s', (reason, task, { taskId, measures }, actor) => {
    task.when(planMeasures({ taskId, measures: [...measures] }, actor)).isRejected(reason);
  });
});
