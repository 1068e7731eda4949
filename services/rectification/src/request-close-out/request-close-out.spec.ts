import { describe, it } from '@jest/globals';
import {
  dayAfterDeadline,
  deadline,
  lead,
  responsible,
  officer,
  supporter,
  today,
} from '@redress/contracts/rectification/people.examples';
import { timeAsked } from '@redress/contracts/rectification/more-time.examples';
import {
  accepted,
  ask,
  askAgain,
  assigned,
  attach,
  attached,
  attachedMore,
  drain,
  pipe,
  planned,
  report,
  reported,
  requested,
  requestedAfresh,
  requestedAgain,
  unknownMeasure,
} from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { EntryId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import {
  asked,
  askedAgain,
  confirmed,
  justAccepted,
  justAssigned,
  justPlanned,
  putBack,
  sentBack,
  struckOff,
  unassigned,
  withMoreEvidence,
  workedOn,
} from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { requestCloseOut } from './request-close-out.js';

const { given } = specFor(tasks);
const explaining = (...unfinished: readonly (typeof pipe)[]) => ({
  ...ask,
  unfinished: unfinished.map((measureId) => ({ measureId, explanation: 'No longer needed' })),
});

describe('the lead unit asks for close-out', () => {
  it('naming all evidence, each hash once', () => {
    workedOn.when(requestCloseOut(ask, lead, today, [])).yields(requested);
    const evidence = [...requested.data.evidence, attachedMore.data.sha256];
    withMoreEvidence.when(requestCloseOut(ask, lead, today, [])).yields(having(requested, { evidence }));

    const twice = having(attached, { entryId: '0190a5c4-1111-7aaa-8aaa-000000000049' as EntryId });
    given(assigned, accepted, planned, reported, attached, twice)
      .when(requestCloseOut(ask, lead, today, []))
      .yields(requested);
  });

  it('with nothing to explain when every measure is done, by whichever report', () => {
    const entryId = '0190a5c4-1111-7aaa-8aaa-000000000049' as EntryId;
    const rest = having(reported, { entryId, done: [drain] });
    given(assigned, accepted, planned, reported, rest, attached)
      .when(requestCloseOut({ ...ask, unfinished: [] }, lead, today, []))
      .yields(having(requested, { unfinished: [] }));
  });

  it('anew, which replaces a request that is not yet used', () => {
    asked.when(requestCloseOut(askAgain, lead, today, [])).yields(requestedAgain);
    confirmed.when(requestCloseOut(askAgain, lead, today, [])).yields(requestedAgain);
  });

  it('anew, after a rejection or a reopening', () => {
    sentBack.when(requestCloseOut(askAgain, lead, today, [])).yields(requestedAfresh);
    putBack.when(requestCloseOut(askAgain, lead, today, [])).yields(requestedAfresh);
  });

  it('late, once the deadline has passed, unless what was asked in time still waits', () => {
    type Request = TaskEvent & { readonly type: 'CloseOutRequested' };
    const made = (late: Request): Request => having<Request>(late, { late: true });
    workedOn.when(requestCloseOut(ask, lead, deadline, [])).yields(requested);
    workedOn.when(requestCloseOut(ask, lead, dayAfterDeadline, [])).yields(made(requested));
    sentBack.when(requestCloseOut(askAgain, lead, dayAfterDeadline, [])).yields(made(requestedAfresh));
    for (const task of [asked, confirmed])
      task.when(requestCloseOut(askAgain, lead, dayAfterDeadline, [])).yields(requestedAgain);
    const waiting = given(assigned, accepted, planned, reported, attached, timeAsked);
    waiting.when(requestCloseOut(ask, lead, dayAfterDeadline, [])).yields(requested);
    given(assigned, accepted, planned, reported, attached, made(requested))
      .when(requestCloseOut(askAgain, lead, dayAfterDeadline, []))
      .yields(made(requestedAgain));
  });

  it('signing it by asking, when it is the head; otherwise a head has to sign', () => {
    const [head, other] = [lead.person, responsible];
    workedOn
      .when(requestCloseOut(ask, lead, today, [other, head]))
      .yields(having(requested, { signature: 'given' }));
    workedOn
      .when(requestCloseOut(ask, lead, today, [other]))
      .yields(having(requested, { signature: 'awaited' }));
    const unnamed = { role: 'unit', unit: lead.unit } as const;
    workedOn
      .when(requestCloseOut(ask, unnamed, today, [other]))
      .yields(having(requested, { signature: 'awaited' }));
  });

  it('anew, which needs a signature of its own', () => {
    const unsigned = having(requestedAgain, { signature: 'awaited' });
    given(assigned, accepted, planned, reported, attached, having(requested, { signature: 'given' }))
      .when(requestCloseOut(askAgain, lead, today, [responsible]))
      .yields(unsigned);
  });

  it('once: the same again is a repeat, even when it was replaced or the task is closed', () => {
    askedAgain.when(requestCloseOut(ask, lead, today, [])).changesNothing();
    struckOff.when(requestCloseOut(ask, lead, today, [])).changesNothing();
  });

  it.each([
    ['no-such-task', unassigned, ask, lead],
    ['not-the-lead-unit', workedOn, ask, supporter],
    ['not-the-lead-unit', workedOn, ask, officer],
    ['not-planned-yet', justAssigned, ask, lead],
    ['not-planned-yet', justAccepted, ask, lead],
    ['task-is-closed', struckOff, askAgain, lead],
    ['entry-id-is-taken', asked, { ...ask, summary: 'Something else' }, lead],
    ['entry-id-is-taken', workedOn, { ...ask, entryId: attach.entryId }, lead],
    ['entry-id-is-taken', workedOn, { ...ask, entryId: report.entryId }, lead],
    ['no-evidence', justPlanned, ask, lead],
    ['no-such-measure', workedOn, explaining(drain, unknownMeasure), lead],
    ['measure-named-twice', workedOn, explaining(drain, drain), lead],
    ['measure-is-done', workedOn, explaining(drain, pipe), lead],
    ['measure-left-open', workedOn, explaining(), lead],
  ] as const)('but is told %s', (reason, task, command, actor) => {
    task.when(requestCloseOut(command, actor, today, [])).isRejected(reason);
  });
});
