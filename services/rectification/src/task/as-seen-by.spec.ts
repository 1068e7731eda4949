import { expect, it } from '@jest/globals';
import {
  auditor,
  inspector,
  lead,
  leadUnit,
  officer,
  strangeUnit,
  stranger,
  supporter,
} from '@redress/contracts/rectification/people.examples';
import { assigned, reassigned, returned } from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { EntryId, UnitId } from '@redress/contracts/values';
import { having } from '@redress/eventsourcing/spec';
import { asSeenBy } from './as-seen-by.js';
import { tasks } from './task.js';

const thirdUnit = '0190a5c4-1111-7aaa-8aaa-000000000093' as UnitId;
const after = (...events: readonly TaskEvent[]) => events.reduce(tasks.evolve, tasks.initial);
const isThere = (actor: Parameters<typeof asSeenBy>[0], ...events: readonly TaskEvent[]): boolean =>
  asSeenBy(actor, ({ status }) => status !== 'unassigned')(after(...events));

it('is there for the units that it concerns, and for whoever is of no unit’s side', () => {
  for (const actor of [lead, supporter, officer, inspector, auditor])
    expect(isThere(actor, assigned)).toBe(true);
});

it('is not there for another unit, for who acts for none, or before it was assigned', () => {
  const ofNone = { role: 'unit', person: lead.person } as const;
  expect(isThere(stranger, assigned)).toBe(false);
  expect(isThere(ofNone, assigned)).toBe(false);
  expect(isThere(lead)).toBe(false);
});

it('stays there for each unit that had it once', () => {
  const toOthers = having(reassigned, { leadUnit: strangeUnit, supportingUnits: [] });
  const again = having(toOthers, {
    entryId: '0190a5c4-3333-7aaa-8aaa-000000000777' as EntryId,
    leadUnit: thirdUnit,
  });
  const history = [assigned, returned, toOthers, having(returned, { leadUnit: strangeUnit }), again] as const;
  for (const unit of [leadUnit, supporter.unit, strangeUnit, thirdUnit])
    expect(isThere({ ...lead, unit }, ...history)).toBe(true);
});

it('is decided on as it is, where it is there', () => {
  const task = after(assigned);
  expect(asSeenBy(lead, (seen) => seen)(task)).toBe(task);
  expect(asSeenBy(stranger, (seen) => seen)(task)).toEqual({ status: 'unassigned' });
});
