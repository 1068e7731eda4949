import { describe, expect, it } from '@jest/globals';
import {
  deadline,
  leadUnit,
  plumber,
  responsible,
  supportingUnit,
} from '@redress/contracts/rectification/people.examples';
import { attachedFile, attachFile } from '@redress/contracts/rectification/evidence.examples';
import { granted, lapsed, refused, timeAsked } from '@redress/contracts/rectification/more-time.examples';
import {
  accepted,
  ask,
  askAgain,
  assign,
  assigned,
  attach,
  attached,
  attachedMore,
  attachMore,
  close,
  closed,
  drain,
  measuresChanged,
  named,
  pipe,
  planned,
  rejected,
  reassigned,
  rejectIt,
  reopened,
  report,
  reported,
  requested,
  requestedAgain,
  returnBy,
  returned,
  taskId,
  verified,
} from '@redress/contracts/rectification/task.examples';
import { METADATA, rowsAfter } from '@redress/read-models/spec';
import { ledger } from './ledger.js';

const at = METADATA.happenedAt;
const { person: by } = METADATA.actor;
const { file } = attachFile;
const [{ sha256 }, { sha256: sha256More }] = [attached.data, attachedMore.data];
const toPlan = [assigned, accepted, planned] as const;
const toRequest = [...toPlan, reported, attached, requested] as const;

describe('the line of a task', () => {
  it('begins with what was assigned, and to whom', () => {
    const { taskId: id, ...assignment } = assign;
    const { about } = assigned.data;
    expect(rowsAfter(ledger, assigned)).toMatchObject([
      {
        id,
        caseId: METADATA.correlationId,
        revision: 0,
        ...assignment,
        ...about,
        status: 'assigned',
        isOpen: true,
        firstDeadline: deadline,
        returnBy,
        formerUnits: {},
        returns: {},
        reassignments: {},
        extensions: {},
        units: { [leadUnit]: 'lead', [supportingUnit]: 'supporting' },
        assignedAt: at,
        changedAt: at,
        measures: {},
      },
    ]);
  });

  it('is drawn from before anybody told what its issues are about', () => {
    const [row] = rowsAfter(ledger, { type: 'TaskAssigned', data: { ...assign, returnBy } });
    expect(row).toMatchObject({ id: taskId, status: 'assigned' });
    for (const field of ['problem', 'topics', 'severity', 'channels']) expect(row).not.toHaveProperty(field);
  });

  it('names who answers for it, and what is promised', () => {
    expect(rowsAfter(ledger, assigned, accepted)).toMatchObject([
      { status: 'accepted', responsible, revision: 1 },
    ]);
    expect(rowsAfter(ledger, ...toPlan)).toMatchObject([
      {
        status: 'planned',
        measureOwners: [plumber, responsible],
        measures: { [pipe]: { person: plumber, what: 'Replace the pipe' }, [drain]: { due: deadline } },
      },
    ]);
  });

  it('shows what was reported, and which measures are done since', () => {
    const [row] = rowsAfter(ledger, ...toPlan, reported);
    expect(row?.progress).toEqual({
      [report.entryId]: { at, by, unit: leadUnit, text: report.text, done: [pipe] },
    });
    expect(row?.measures[pipe]).toMatchObject({ what: 'Replace the pipe', doneAt: at });
    expect(row?.measures[drain]).not.toHaveProperty('doneAt');
    expect(row?.status).toBe('planned');
  });

  it('shows every piece of evidence', () => {
    expect(rowsAfter(ledger, ...toPlan, attached, attachedMore, attachedFile)[0]?.evidence).toEqual({
      [attach.entryId]: { at, by, unit: leadUnit, note: attach.note, sha256 },
      [attachMore.entryId]: { at, by, unit: supportingUnit, note: attachMore.note, sha256: sha256More },
      [attachFile.entryId]: {
        at,
        by,
        unit: leadUnit,
        note: attachFile.note,
        sha256: file.sha256,
        file,
      },
    });
  });

  it('shows what was asked, and what the answer was', () => {
    const { entryId, summary, unfinished } = ask;
    expect(rowsAfter(ledger, ...toRequest)).toMatchObject([
      {
        status: 'close-out-requested',
        closeOut: entryId,
        closeOuts: { [entryId]: { at, by, status: 'requested', summary, unfinished, evidence: [sha256] } },
      },
    ]);
    expect(rowsAfter(ledger, ...toRequest, verified)).toMatchObject([
      {
        status: 'verified',
        closeOuts: { [entryId]: { status: 'verified', answer: { at, by, seen: verified.data.seen } } },
      },
    ]);
    expect(rowsAfter(ledger, ...toRequest, rejected)).toMatchObject([
      {
        status: 'planned',
        closeOuts: { [entryId]: { status: 'rejected', answer: { at, by, missing: rejectIt.missing } } },
      },
    ]);
  });

  it('keeps a request that was replaced', () => {
    expect(rowsAfter(ledger, ...toRequest, verified, requestedAgain)).toMatchObject([
      {
        status: 'close-out-requested',
        closeOut: askAgain.entryId,
        closeOuts: { [ask.entryId]: { status: 'replaced' }, [askAgain.entryId]: { status: 'requested' } },
      },
    ]);
  });

  it('keeps a closing when the task is open again', () => {
    const closing = { at, by, outcome: close.outcome, evidence: [sha256], atRevision: 7 };
    const [struckOff] = rowsAfter(ledger, ...toRequest, verified, closed);
    expect(struckOff).toMatchObject({
      status: 'closed',
      isOpen: false,
      closedAt: at,
      closeOuts: { [close.entryId]: { status: 'closed' } },
      closings: { [close.entryId]: closing },
    });
    const [open] = rowsAfter(ledger, ...toRequest, verified, closed, reopened);
    expect(open).toMatchObject({
      id: taskId,
      status: 'planned',
      isOpen: true,
      reopenedBecause: reopened.data.reason,
      closings: { [close.entryId]: closing },
    });
    expect(open).not.toHaveProperty('closedAt');
  });

  it('stands at the revision of the last event, whichever that is', () => {
    const outAndIn = [returned, reassigned];
    const changes = [measuresChanged, named];
    const time = [timeAsked, granted, refused, lapsed];
    const way = [
      ...toRequest,
      rejected,
      requestedAgain,
      verified,
      closed,
      reopened,
      ...time,
      ...changes,
      ...outAndIn,
    ];
    for (const index of way.keys())
      expect(rowsAfter(ledger, ...way.slice(0, index + 1))).toMatchObject([{ revision: index }]);
  });
});
