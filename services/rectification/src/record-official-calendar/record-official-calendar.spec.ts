import { expect, it } from '@jest/globals';
import { calendarOf } from '@redress/calendar/calendar';
import { officialCalendar } from '@redress/calendar/official-calendar';
import { daysIn } from '@redress/calendar/spans';
import { streamOf } from '@redress/contracts/event';
import { holidaysLoaded, officialCalendarRecorded } from '@redress/contracts/rectification/policy.examples';
import type { Instant } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { having, specFor } from '@redress/eventsourcing/spec';
import { BOOK, policyBook } from '../policy/book.js';
import { OfficialCalendarKeeper } from './official-calendar-keeper.js';
import { recordOfficialCalendar } from './record-official-calendar.js';

const { given } = specFor(policyBook);
const { version, published, days } = officialCalendarRecorded.data;
const calendar = calendarOf({ version, published, special: daysIn(days) });

it('records the days of a calendar that the log does not have', () => {
  given().when(recordOfficialCalendar(calendar)).yields(officialCalendarRecorded);
  given(holidaysLoaded).when(recordOfficialCalendar(calendar)).yields(officialCalendarRecorded);
});

it('records it again when another was counted by in between', () => {
  const another = having(officialCalendarRecorded, { version: 'china of yesterday' });
  given(officialCalendarRecorded, another)
    .when(recordOfficialCalendar(calendar))
    .yields(officialCalendarRecorded);
});

it('is done once, however often the service starts', async () => {
  const clock = new StoppedClock('2026-04-02T08:00:00.000Z' as Instant);
  const store = new InMemoryEventStore(clock);
  const keeper = new OfficialCalendarKeeper(store, clock);
  await keeper.onApplicationBootstrap();
  await keeper.onApplicationBootstrap();
  const recorded = await store.read(streamOf(policyBook, BOOK));
  expect(recorded).toMatchObject([
    { actor: { role: 'system' }, data: { version: officialCalendar.version } },
  ]);
});

it('says of the official calendar all that it takes to count by it', () => {
  const [recorded] = recordOfficialCalendar(officialCalendar)(policyBook.initial) as readonly [
    typeof officialCalendarRecorded,
  ];
  const { version: same, published: range, days: spans } = recorded.data;
  expect(calendarOf({ version: same, published: range, special: daysIn(spans) })).toEqual(officialCalendar);
});
