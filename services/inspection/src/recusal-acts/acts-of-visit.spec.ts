import { expect, it } from '@jest/globals';
import type { Actor } from '@redress/contracts/envelope';
import { lifted, streamOf } from '@redress/contracts/event';
import type { Conflict, OverrideFact } from '@redress/contracts/inspection/recusal';
import type { Act } from '@redress/contracts/inspection/recusal-acts';
import {
  batchRecorded,
  check,
  inspectorsNamed,
  itemAnswered,
  recusalChecked,
  selfCheckPlanned,
  visitDay,
  visitId,
  visitMoved,
  visitOpened,
  visitPlanned,
  visitReopened,
  visitSigned,
  visitSubmitted,
} from '@redress/contracts/inspection/visit.examples';
import { type VisitEvent, visitEvents } from '@redress/contracts/inspection/visit.events';
import {
  envelope,
  inspector,
  lead,
  leadUnit,
  officer,
} from '@redress/contracts/rectification/people.examples';
import type { Day, Instant, MessageId, OverrideId, PersonId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { having } from '@redress/eventsourcing/spec';
import { transact } from '@redress/eventsourcing/transact';
import { visits } from '../visit/visit.js';
import { actsOfVisit } from './acts-of-visit.js';

const clock = new StoppedClock('2026-03-22T08:00:00.000Z' as Instant);
const { person } = inspector;
const colleague = '0190a5c4-1111-7aaa-8aaa-000000000199' as PersonId;

type Append = readonly [Actor, readonly [VisitEvent, ...VisitEvent[]]];
/** What is known of who acted in these appends, one after the other. */
const acts = async (...appends: readonly Append[]): Promise<readonly Act[]> => {
  const store = new InMemoryEventStore(clock);
  for (const [index, [actor, events]] of appends.entries()) {
    const causationId = `0190a5c4-3333-7aaa-8aaa-00000000000${String(index)}` as MessageId;
    await transact(store, visits, visitId, { ...envelope, actor, causationId }, () => events);
  }
  const history = await store.read(streamOf(visitEvents, visitId));
  return actsOfVisit(
    history.map((event) => lifted(visitEvents, event)),
    (at) => clock.dayOf(at),
  );
};
const shown = (found: readonly Act[]) => found.map(({ act, times }) => [act, times]);

const conflict: Conflict = { unit: leadUnit, kind: 'belongs', through: leadUnit, from: '2020-01-01' as Day };
const overrideId = '0190a5c4-1111-7aaa-8aaa-000000000031' as OverrideId;
const override: OverrideFact = {
  overrideId,
  unit: leadUnit,
  from: visitDay,
  until: visitDay,
  reason: 'Nobody else is there',
  lifts: [conflict],
};
const letPass = {
  ...check,
  conflicts: [{ ...conflict, overriddenBy: overrideId }],
  facts: {
    ...check.facts,
    overrides: [override, { ...override, overrideId: '0190a5c4-1111-7aaa-8aaa-000000000032' as OverrideId }],
  },
};

const planned = [officer, [visitPlanned]] as const;
const named = [officer, [inspectorsNamed]] as const;

it('are each naming, opening, filling in, signing and handing in, with what was known', async () => {
  const found = await acts(
    planned,
    named,
    [inspector, [visitOpened]],
    [inspector, [itemAnswered]],
    [inspector, [batchRecorded]],
    [inspector, [visitSigned]],
    [inspector, [visitSubmitted]],
    [officer, [visitReopened]],
  );
  expect(shown(found)).toEqual([
    ['named', 1],
    ['opened', 1],
    ['filled-in', 5],
    ['signed', 1],
    ['submitted', 1],
    ['given-back', 1],
  ]);
  const known = { known: { conflicts: [], overrides: [] } };
  const { roundId } = visitPlanned.data;
  const { correlationId: caseId, happenedAt: at } = envelope;
  const place = { on: visitDay, at, units: [leadUnit], caseId, roundId, visitId, ...known };
  const recordedAt = clock.now();
  expect(found[0]).toEqual({ act: 'named', person, by: officer.person, recordedAt, times: 1, ...place });
  expect(found[2]).toEqual({ act: 'filled-in', person, recordedAt, times: 5, ...place });
});

it('show an override that let somebody act, with its reason, and no other', async () => {
  const found = await acts(planned, [officer, [having(inspectorsNamed, { checks: [letPass] })]]);
  expect(found).toMatchObject([
    { known: { conflicts: [{ ...conflict, overriddenBy: overrideId }], overrides: [override] } },
  ]);
});

it('have the last check before them, of the same person and the same day', async () => {
  const otherDay = { ...letPass, on: '2026-03-21' as Day };
  const ofColleague = { ...letPass, person: colleague };
  const found = await acts(
    planned,
    named,
    [
      inspector,
      [having(recusalChecked, { check: otherDay }), having(recusalChecked, { check: ofColleague })],
    ],
    [inspector, [visitOpened]],
    [inspector, [having(recusalChecked, { check: letPass }), itemAnswered]],
    [{ ...inspector, person: colleague }, [batchRecorded]],
  );
  expect(found.map(({ act, person: who, known }) => [act, who, known?.conflicts.length])).toEqual([
    ['named', person, 0],
    ['opened', person, 0],
    ['filled-in', person, 1],
    ['filled-in', colleague, 1],
  ]);
});

it('are apart when more came to light in between', async () => {
  const found = await acts(
    planned,
    [inspector, [having(recusalChecked, { check }), itemAnswered]],
    [inspector, [having(recusalChecked, { check: letPass }), batchRecorded]],
  );
  expect(shown(found)).toEqual([
    ['filled-in', 1],
    ['filled-in', 4],
  ]);
});

it('say that nobody looked where nobody did', async () => {
  const [opened] = await acts(planned, [inspector, [visitOpened]]);
  expect(opened).toMatchObject({ act: 'opened', person });
  expect(opened).not.toHaveProperty('known');
});

it('count for the day on which something was written down, whenever it was sent', async () => {
  const [entry] = itemAnswered.data.entries;
  const at = '2026-03-19T17:00:00.000Z' as Instant;
  const later = having(itemAnswered, { entries: entry ? [{ ...entry, at }, entry] : [] });
  const found = await acts(planned, named, [inspector, [later]]);
  expect(found.slice(1).map(({ on, at: when, known }) => [on, when, known !== undefined])).toEqual([
    ['2026-03-20', at, true],
  ]);
  const before = '2026-03-19T15:00:00.000Z' as Instant;
  const dayBefore = having(itemAnswered, { entries: entry ? [{ ...entry, at: before }] : [] });
  const today = [inspector, [having(recusalChecked, { check: letPass }), dayBefore]] as const;
  expect((await acts(planned, named, today)).slice(1)).toMatchObject([
    { act: 'filled-in', on: '2026-03-19' },
    { act: 'sent', on: visitDay, person, known: { conflicts: [conflict] } },
  ]);
});

it('include what the head of a team plans, with the check beside it, but not what the office does', async () => {
  const byHead = [inspector, [visitPlanned, having(recusalChecked, { check: letPass })]] as const;
  const found = await acts(byHead, [inspector, [visitMoved]], [officer, [visitMoved]]);
  expect(found).toMatchObject([
    { act: 'planned', person, known: { conflicts: [conflict] } },
    { act: 'put-off', person, known: { conflicts: [conflict] } },
  ]);
});

it('are none of a unit that looks at itself, or of a visit that there is not', async () => {
  expect(await acts([lead, [selfCheckPlanned, visitOpened]])).toEqual([]);
  expect(actsOfVisit([], (at) => clock.dayOf(at))).toEqual([]);
});
