import { describe, expect, it } from '@jest/globals';
import {
  deadline,
  leadUnit,
  plumber,
  responsible,
  supportingUnit,
} from '@redress/contracts/rectification/people.examples';
import {
  accepted,
  ask,
  askAgain,
  askForTime,
  assign,
  assigned,
  attach,
  attached,
  attachedMore,
  attachMore,
  ceiling,
  change,
  close,
  closed,
  drain,
  granted,
  lapsed,
  measuresChanged,
  name,
  named,
  pipe,
  planned,
  rejected,
  refuse,
  refused,
  rejectIt,
  reopened,
  report,
  reported,
  requested,
  requestedAgain,
  taskId,
  timeAsked,
  verified,
} from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import { having } from '@redress/eventsourcing/spec';
import { METADATA, rowsAfter } from '@redress/read-models/spec';
import { ledger } from './ledger.js';

const at = METADATA.happenedAt;
const { person: by } = METADATA.actor;
const [{ sha256 }, { sha256: sha256More }] = [attached.data, attachedMore.data];
const toPlan = [assigned, accepted, planned] as const;
const toRequest = [...toPlan, reported, attached, requested] as const;

describe('the line of a task', () => {
  it('begins with what was assigned, and to whom', () => {
    const { taskId: id, ...assignment } = assign;
    expect(rowsAfter(ledger, assigned)).toMatchObject([
      {
        id,
        caseId: METADATA.correlationId,
        revision: 0,
        ...assignment,
        status: 'assigned',
        firstDeadline: deadline,
        extensions: {},
        units: { [leadUnit]: 'lead', [supportingUnit]: 'supporting' },
        assignedAt: at,
        changedAt: at,
        measures: {},
      },
    ]);
  });

  it('names who answers for it, and what is promised', () => {
    expect(rowsAfter(ledger, assigned, accepted)).toMatchObject([
      { status: 'accepted', responsible, revision: 1 },
    ]);
    expect(rowsAfter(ledger, ...toPlan)).toMatchObject([
      {
        status: 'planned',
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

  it('shows the measures as they are now, what was done by then, and why they were changed', () => {
    const removing = having(measuresChanged, {
      measures: change.measures.slice(0, 1),
      added: [],
      changed: [],
    });
    const [row] = rowsAfter(ledger, ...toPlan, reported, measuresChanged);
    expect(row?.measures).toEqual({
      [pipe]: { ...change.measures[0], doneAt: at },
      [drain]: change.measures[1],
      [ceiling]: change.measures[2],
    });
    const trace = { at, by, reason: change.reason, added: [ceiling], changed: [drain], removed: [] };
    expect(row?.planChanges).toEqual({ [change.entryId]: trace });
    const [after] = rowsAfter(ledger, ...toPlan, having(removing, { removed: [drain] }));
    expect(Object.keys(after?.measures ?? {})).toEqual([pipe]);
  });

  it('shows who answers for the task since when, and instead of whom', () => {
    expect(rowsAfter(ledger, assigned, accepted, named)).toMatchObject([
      {
        status: 'accepted',
        responsible: plumber,
        namings: {
          [name.entryId]: { at, by, responsible: plumber, insteadOf: responsible, reason: name.reason },
        },
      },
    ]);
  });

  it('shows every piece of evidence', () => {
    expect(rowsAfter(ledger, ...toPlan, attached, attachedMore)[0]?.evidence).toEqual({
      [attach.entryId]: { at, by, unit: leadUnit, note: attach.note, sha256 },
      [attachMore.entryId]: { at, by, unit: supportingUnit, note: attachMore.note, sha256: sha256More },
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
    const closing = { at, by, outcome: close.outcome, evidence: [sha256], atRevision: 6 };
    const [struckOff] = rowsAfter(ledger, ...toRequest, verified, closed);
    expect(struckOff).toMatchObject({
      status: 'closed',
      closedAt: at,
      closeOuts: { [close.entryId]: { status: 'closed' } },
      closings: { [close.entryId]: closing },
    });
    const [open] = rowsAfter(ledger, ...toRequest, verified, closed, reopened);
    expect(open).toMatchObject({
      id: taskId,
      status: 'planned',
      reopenedBecause: reopened.data.reason,
      closings: { [close.entryId]: closing },
    });
    expect(open).not.toHaveProperty('closedAt');
  });

  it('keeps the first deadline beside the one that holds, and every request to move it', () => {
    const { extensionId, until, reason } = askForTime;
    const asked = { at, by, status: 'pending', deadline, until, reason };
    const rowAfter = (...answer: readonly TaskEvent[]) =>
      rowsAfter(ledger, assigned, timeAsked, ...answer)[0];
    expect(rowAfter()).toMatchObject({
      deadline,
      firstDeadline: deadline,
      extensions: { [extensionId]: asked },
    });
    expect(rowAfter(granted)).toMatchObject({
      deadline: until,
      firstDeadline: deadline,
      extensions: { [extensionId]: { ...asked, status: 'granted', answer: { at, by } } },
    });
    expect(rowAfter(refused)).toMatchObject({
      deadline,
      extensions: {
        [extensionId]: { ...asked, status: 'refused', answer: { at, by, reason: refuse.reason } },
      },
    });
    expect(rowAfter(lapsed)).toMatchObject({
      deadline,
      extensions: { [extensionId]: { ...asked, status: 'lapsed', answer: { at, by } } },
    });
  });

  it('stands at the revision of the last event, whichever that is', () => {
    const changes = [measuresChanged, named];
    const time = [timeAsked, granted, refused, lapsed];
    const way = [...toRequest, rejected, requestedAgain, verified, closed, reopened, ...time, ...changes];
    for (const index of way.keys())
      expect(rowsAfter(ledger, ...way.slice(0, index + 1))).toMatchObject([{ revision: index }]);
  });
});
