import { beforeEach, expect, it } from '@jest/globals';
import { officialCalendar } from '@redress/calendar/official-calendar';
import { envelope, today, tomorrow } from '@redress/contracts/rectification/people.examples';
import type { PolicyEvent } from '@redress/contracts/rectification/policy.events';
import {
  figures,
  officialCalendarRecorded,
  policyAdopted,
} from '@redress/contracts/rectification/policy.examples';
import type { Instant } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { having } from '@redress/eventsourcing/spec';
import { transact } from '@redress/eventsourcing/transact';
import { BOOK, policyBook } from './book.js';
import { Policies } from './policies.js';

type Recorded = Extract<PolicyEvent, { type: 'OfficialCalendarRecorded' }>;
const weekOnly: PolicyEvent = {
  ...policyAdopted,
  data: { ...policyAdopted.data, from: tomorrow, policy: { ...figures, calendar: { base: 'week' } } },
};
const laterRecorded = having<Recorded>(officialCalendarRecorded, { version: 'china of a later program' });

let policies: Policies;
beforeEach(async () => {
  const store = new InMemoryEventStore(new StoppedClock('2026-03-20T08:00:00.000Z' as Instant));
  policies = new Policies(store);
  await transact(store, policyBook, BOOK, envelope, () => [
    weekOnly,
    officialCalendarRecorded,
    laterRecorded,
  ]);
});

it('each day has the calendar of its own policy, whichever was asked for before', async () => {
  const versions = async () => [
    (await policies.on(today)).calendar.version,
    (await policies.on(tomorrow)).calendar.version,
  ];
  expect(await versions()).toEqual([officialCalendar.version, 'week off saturday,sunday']);
  expect(await versions()).toEqual([officialCalendar.version, 'week off saturday,sunday']);
});

it('of several official calendars the one is found that was counted by', async () => {
  const { version } = laterRecorded.data;
  expect(await policies.calendar(version)).toMatchObject({ version });
});

it.each(['china of the moon', 'no week off friday', 'week off friday\nand more'])(
  'knows no calendar of the version %j beside those',
  async (version) => {
    expect(await policies.calendar(version)).toBeUndefined();
  },
);
