import { describe, it } from '@jest/globals';
import {
  dayAfterDeadline,
  lead,
  officer,
  supporter,
  today,
} from '@redress/contracts/rectification/people.examples';
import { askForTime, granted, timeAsked } from '@redress/contracts/rectification/more-time.examples';
import {
  accepted,
  assigned,
  attach,
  change,
  drain,
  measuresChanged,
  pipe,
  plan,
  planned,
  reported,
} from '@redress/contracts/rectification/task.examples';
import type { Measure } from '@redress/contracts/rectification/task.events';
import type { EntryId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import {
  asked,
  confirmed,
  justAccepted,
  justAssigned,
  justPlanned,
  putBack,
  sentBack,
  struckOff,
  unassigned,
  workedOn,
} from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { planMeasures } from '../plan-measures/plan-measures.js';
import { changeMeasures } from './change-measures.js';

const { given } = specFor(tasks);
const [mend, clear, paint] = change.measures as [Measure, Measure, Measure];
const changedThen = [assigned, accepted, planned, reported, measuresChanged] as const;
const entryId = '0190a5c4-1111-7aaa-8aaa-000000000049' as EntryId;

describe('the lead unit changes its measures', () => {
  it('and says why; what is other than before is named', () => {
    for (const task of [justPlanned, workedOn, sentBack, putBack])
      task.when(changeMeasures(change, lead)).yields(measuresChanged);
  });

  it('by taking away what is not done', () => {
    workedOn
      .when(changeMeasures({ ...change, measures: [mend] }, lead))
      .yields(having(measuresChanged, { measures: [mend], added: [], changed: [], removed: [drain] }));
  });

  it('by the deadline that holds now', () => {
    const later = { ...change, measures: [mend, { ...clear, due: askForTime.until }] };
    workedOn.when(changeMeasures(later, lead)).isRejected('measure-due-after-the-deadline');
    given(assigned, accepted, planned, reported, timeAsked, granted)
      .when(changeMeasures(later, lead))
      .yields(having(measuresChanged, { ...later, added: [] }));
  });

  it('once: the same again is a repeat, and so is the first plan, however late', () => {
    given(...changedThen, having(measuresChanged, { entryId, measures: [mend], removed: [drain] }))
      .when(changeMeasures(change, lead))
      .changesNothing();
    given(...changedThen)
      .when(planMeasures(plan, lead))
      .changesNothing();
  });

  it.each([
    ['no-such-task', unassigned, {}, lead],
    ['not-the-lead-unit', workedOn, {}, supporter],
    ['not-the-lead-unit', workedOn, {}, { ...officer, unit: lead.unit }],
    ['entry-id-is-taken', given(...changedThen), { reason: 'Another' }, lead],
    ['entry-id-is-taken', given(...changedThen), { measures: [mend, clear] }, lead],
    ['entry-id-is-taken', workedOn, { entryId: attach.entryId }, lead],
    ['not-planned-yet', justAssigned, {}, lead],
    ['not-planned-yet', justAccepted, {}, lead],
    ['close-out-is-requested', asked, {}, lead],
    ['close-out-is-requested', confirmed, {}, lead],
    ['task-is-closed', struckOff, {}, lead],
    ['measure-named-twice', workedOn, { measures: [mend, clear, mend] }, lead],
    ['done-measure-changed', workedOn, { measures: [clear, paint] }, lead],
    ['done-measure-changed', workedOn, { measures: [{ ...mend, what: 'Look at the pipe' }, clear] }, lead],
    [
      'measure-due-after-the-deadline',
      workedOn,
      { measures: [mend, { ...paint, due: dayAfterDeadline }] },
      lead,
    ],
    ['nothing-changes', workedOn, { measures: plan.measures }, lead],
    ['nothing-changes', workedOn, { measures: plan.measures.toReversed() }, lead],
  ] as const)('but is told %s', (reason, task, difference, actor) => {
    const { measures, ...command } = { ...change, ...difference };
    task.when(changeMeasures({ ...command, measures: [...measures] }, actor)).isRejected(reason);
  });
});

it('a measure that is not done may be due on another day, even earlier', () => {
  const sooner = { ...clear, due: today };
  given(...changedThen.slice(0, -1))
    .when(changeMeasures({ ...change, measures: [mend, sooner] }, lead))
    .yields(having(measuresChanged, { measures: [mend, sooner], added: [] }));
  justPlanned
    .when(changeMeasures({ ...change, measures: [clear] }, lead))
    .yields(having(measuresChanged, { measures: [clear], added: [], removed: [pipe] }));
});
