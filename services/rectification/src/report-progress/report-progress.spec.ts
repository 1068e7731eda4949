import { describe, it } from '@jest/globals';
import { lead, officer, stranger, supporter } from '@redress/contracts/rectification/people.examples';
import { attach, report, reported, unknownMeasure } from '@redress/contracts/rectification/task.examples';
import type { EntryId } from '@redress/contracts/values';
import { having } from '@redress/eventsourcing/spec';
import {
  asked,
  confirmed,
  justAccepted,
  justAssigned,
  justPlanned,
  putBack,
  struckOff,
  unassigned,
  workedOn,
} from '../task/histories.examples.js';
import { reportProgress } from './report-progress.js';

const entryId = '0190a5c4-1111-7aaa-8aaa-000000000049' as EntryId;
const another = { ...report, entryId, text: 'The floor is dry', done: [] };

describe('a responsible unit reports progress', () => {
  it('be it the lead unit or a supporting one', () => {
    justPlanned.when(reportProgress(report, lead)).yields(reported);
    justPlanned.when(reportProgress(report, supporter)).yields(having(reported, { unit: supporter.unit }));
  });

  it('as long as the task is not closed', () => {
    for (const task of [asked, confirmed, putBack])
      task.when(reportProgress(another, lead)).yields(having(reported, another));
  });

  it('once: the same again is a repeat, even when the task is closed', () => {
    struckOff.when(reportProgress(report, lead)).changesNothing();
  });

  it.each([
    ['no-such-task', unassigned, report, lead],
    ['not-a-responsible-unit', justPlanned, report, stranger],
    ['not-a-responsible-unit', justPlanned, report, { ...officer, unit: lead.unit }],
    ['not-planned-yet', justAssigned, report, lead],
    ['not-planned-yet', justAccepted, report, lead],
    ['task-is-closed', struckOff, another, lead],
    ['entry-id-is-taken', workedOn, { ...report, text: 'Something else' }, lead],
    ['entry-id-is-taken', workedOn, { ...report, entryId: attach.entryId }, lead],
    ['entry-id-is-taken', workedOn, report, supporter],
    ['no-such-measure', justPlanned, { ...report, done: [unknownMeasure] }, lead],
  ] as const)('but is told %s', (reason, task, { done, ...command }, actor) => {
    task.when(reportProgress({ ...command, done: [...done] }, actor)).isRejected(reason);
  });
});
