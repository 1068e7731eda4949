import { describe, expect, it } from '@jest/globals';
import {
  deadline,
  leadUnit,
  plumber,
  responsible,
  strangeUnit,
  supportingUnit,
} from '@redress/contracts/rectification/people.examples';
import {
  askForTime,
  granted,
  lapsed,
  refuse,
  refused,
  timeAsked,
} from '@redress/contracts/rectification/more-time.examples';
import {
  accepted,
  assigned,
  ceiling,
  change,
  drain,
  giveBack,
  measuresChanged,
  name,
  named,
  pipe,
  planned,
  reassign,
  reassigned,
  reported,
  returnBy,
  returned,
} from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import { having } from '@redress/eventsourcing/spec';
import { METADATA, rowsAfter } from '@redress/read-models/spec';
import { ledger } from './ledger.js';

const at = METADATA.happenedAt;
const { person: by } = METADATA.actor;
const toPlan = [assigned, accepted, planned] as const;

describe('the line of a task keeps what was otherwise', () => {
  it('comes back, and goes to other units, which see it instead of those before', () => {
    const { entryId, reason } = giveBack;
    const back = { [entryId]: { at, by, unit: leadUnit, reason } };
    expect(rowsAfter(ledger, assigned, returned)).toMatchObject([
      { status: 'returned', leadUnit, units: { [leadUnit]: 'lead' }, returns: back },
    ]);
    const [row] = rowsAfter(ledger, assigned, returned, reassigned);
    expect(row).toMatchObject({
      status: 'assigned',
      leadUnit: strangeUnit,
      supportingUnits: [supportingUnit],
      deadline: reassign.deadline,
      firstDeadline: reassign.deadline,
      returnBy,
      returns: back,
      reassignments: { [reassign.entryId]: { at, by, leadUnit: strangeUnit, formerUnits: [leadUnit] } },
    });
    expect(row?.units).toEqual({ [strangeUnit]: 'lead', [supportingUnit]: 'supporting' });
    expect(row?.formerUnits).toEqual({ [leadUnit]: true });
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
    expect(row?.measureOwners).toEqual([plumber, responsible]);
    const trace = { at, by, reason: change.reason, added: [ceiling], changed: [drain], removed: [] };
    expect(row?.planChanges).toEqual({ [change.entryId]: trace });
    const [after] = rowsAfter(ledger, ...toPlan, having(removing, { removed: [drain] }));
    expect(Object.keys(after?.measures ?? {})).toEqual([pipe]);
    expect(after?.measureOwners).toEqual([plumber]);
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
});
