import { expect, it } from '@jest/globals';
import { BadRequestException } from '@nestjs/common';
import { officialCalendar } from '@redress/calendar/official-calendar';
import { MOST_CALENDAR_DAYS } from '@redress/contracts/rectification/calendar-days';
import { envelope, officer, today } from '@redress/contracts/rectification/people.examples';
import { load } from '@redress/contracts/rectification/policy.examples';
import type { Day, Instant } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { LoadHolidaysHandler } from '../load-holidays/load-holidays.handler.js';
import { Policies } from '../policy/policies.js';
import { CalendarDaysHandler } from './calendar-days.handler.js';

const clock = new StoppedClock('2026-03-20T08:00:00.000Z' as Instant);
const store = new InMemoryEventStore(clock);
const handler = new CalendarDaysHandler(new Policies(store), clock);
const day = (text: string): Day => text as Day;

it('says of each day whether it is worked, and what says so', async () => {
  const answer = await handler.read({ from: day('2022-09-30'), to: day('2022-10-10') });
  expect(answer).toMatchObject({
    timeZone: 'Asia/Shanghai',
    version: officialCalendar.version,
    published: officialCalendar.published,
    holidays: [],
  });
  const name = { en: 'National Day', zh: '国庆节' };
  const holiday = { worked: false, because: 'holiday', name };
  expect('days' in answer && answer.days).toEqual([
    { day: '2022-09-30', worked: true, because: 'week' },
    ...[1, 2, 3, 4, 5, 6, 7].map((date) => ({ day: `2022-10-0${String(date)}`, ...holiday })),
    { day: '2022-10-08', worked: true, because: 'worked', name },
    { day: '2022-10-09', worked: true, because: 'worked', name },
    { day: '2022-10-10', worked: true, because: 'week' },
  ]);
});

it('shows how working days come about, in both languages', async () => {
  expect(await handler.add({ from: day('2022-09-30'), add: 5 })).toMatchObject({
    to: '2022-10-12',
    workingDays: 5,
    calendar: officialCalendar.version,
    en: 'listed Friday 30 Sep + 5 working days, 1–7 Oct holiday, 8 and 9 Oct worked → 12 Oct',
    zh: '9月30日（星期五）列入 + 5个工作日，10月1日至7日放假，10月8日、9日上班 → 10月12日',
  });
});

it.each([
  [day('2026-03-20'), day('2026-03-19')],
  [day('2026-03-20'), day('2027-04-24')],
  [day('0001-01-01'), day('9999-12-31')],
])('does not read from %s to %s', async (from, to) => {
  await expect(handler.read({ from, to })).rejects.toThrow(BadRequestException);
});

it('reads four hundred days at most, and adds up to where days end', async () => {
  const answer = await handler.read({ from: day('2026-03-20'), to: day('2027-04-23') });
  expect('days' in answer && answer.days.length).toBe(MOST_CALENDAR_DAYS);
  expect(await handler.add({ from: day('9990-12-31'), add: 1_000 })).toMatchObject({ workingDays: 1_000 });
  await expect(handler.add({ from: day('9991-01-01'), add: 0 })).rejects.toThrow(BadRequestException);
});

it('counts by own holidays as soon as they are loaded, and names them', async () => {
  await new LoadHolidaysHandler(store, clock).load(load, { ...envelope, actor: officer });
  const answer = await handler.read({ from: day('2026-03-25'), to: day('2026-03-25') });
  const name = { en: 'Founding day', zh: 'Founding day' };
  expect(answer).toMatchObject({
    holidays: [
      { id: load.holidaysId, name: load.name, from: today, version: expect.stringMatching(/^ical /) },
    ],
    days: [{ worked: false, because: 'holiday', name }],
  });
  expect(await handler.add({ from: today, add: 5 })).toMatchObject({ to: '2026-03-31' });
  const before = { from: today, add: 5, calendar: officialCalendar.version };
  expect(await handler.add(before)).toMatchObject({ to: '2026-03-27', calendar: officialCalendar.version });
  expect(await handler.add({ ...before, calendar: 'none' })).toEqual({ rejected: 'not-found' });
});
