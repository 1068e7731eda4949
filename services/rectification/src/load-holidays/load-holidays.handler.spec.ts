import { createHash, randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from '@jest/globals';
import { BadRequestException } from '@nestjs/common';
import { streamOf } from '@redress/contracts/event';
import { LONGEST_CALENDAR } from '@redress/contracts/rectification/load-holidays';
import { envelope, officer } from '@redress/contracts/rectification/people.examples';
import { foundingDays, ical, load, withdraw } from '@redress/contracts/rectification/policy.examples';
import type { Instant, MessageId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { BOOK, policyBook } from '../policy/book.js';
import { LoadHolidaysHandler } from './load-holidays.handler.js';

const clock = new StoppedClock('2026-04-02T08:00:00.000Z' as Instant);
let store: InMemoryEventStore;
let handler: LoadHolidaysHandler;
beforeEach(() => {
  store = new InMemoryEventStore(clock);
  handler = new LoadHolidaysHandler(store, clock);
});

const at = (happenedAt: string) => ({
  ...envelope,
  actor: officer,
  causationId: randomUUID() as string as MessageId,
  happenedAt: happenedAt as Instant,
});
const recorded = () => store.read(streamOf(policyBook, BOOK));

it('keeps the days that were read, under the hash of the file, from the day where the organisation is', async () => {
  expect(await handler.load(load, at('2026-03-20T16:00:00.000Z'))).toMatchObject({ revision: 0 });
  const version = `ical sha256:${createHash('sha256').update(ical).digest('hex')}`;
  expect(await recorded()).toMatchObject([
    { type: 'HolidaysLoaded', data: { version, from: '2026-03-21', name: load.name, days: [foundingDays] } },
  ]);
  expect(await handler.withdraw(withdraw, at('2026-03-22T15:59:59.999Z'))).toMatchObject({ revision: 1 });
  expect((await recorded()).at(-1)).toMatchObject({
    type: 'HolidaysWithdrawn',
    data: { version, from: '2026-03-22' },
  });
});

const told = async (file: string): Promise<unknown> => {
  const error: unknown = await handler
    .load({ ...load, ical: file }, at('2026-03-20T08:00:00.000Z'))
    .catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(BadRequestException);
  expect(await recorded()).toEqual([]);
  return (error as BadRequestException).getResponse();
};
const wrong = (line: number, rule: string) => ({ field: 'ical', rule, limits: { line } });

it('names each line that is not understood, and why, and keeps nothing of the file', async () => {
  expect(await told(ical.replace('SUMMARY:Founding day\r\n', ''))).toEqual({
    type: 'malformed',
    errors: [wrong(2, 'no-name')],
  });
  const twice = ical.replace(
    'END:VCALENDAR',
    ['BEGIN:VEVENT', 'SUMMARY:Ends', 'DTSTART;VALUE=DATE:20261301', 'END:VEVENT', 'END:VCALENDAR'].join(
      '\r\n',
    ),
  );
  expect(await told(twice.replace('20260327', '20260325'))).toMatchObject({
    errors: [wrong(5, 'ends-before-it-begins'), wrong(9, 'no-such-day')],
  });
  expect(await told('')).toMatchObject({ errors: [wrong(1, 'no-events')] });
  expect(await told(ical.replace('Founding', 'Found\uD83Cing'))).toMatchObject({
    errors: [wrong(1, 'not-utf-8')],
  });
});

it('takes no more days than an event has room for, however short the file', async () => {
  const everyOtherDay = Array.from({ length: 180 }, (_, index) => {
    const day = new Date(Date.UTC(2030, 0, 1 + 2 * index)).toISOString().slice(0, 10).replaceAll('-', '');
    const start = `DTSTART;VALUE=DATE:${day}`;
    return ['BEGIN:VEVENT', 'SUMMARY:Every other day', start, 'RRULE:FREQ=YEARLY', 'END:VEVENT'].join('\n');
  });
  const file = ['BEGIN:VCALENDAR', ...everyOtherDay, 'END:VCALENDAR'].join('\n');
  expect(file.length).toBeLessThan(20_000);
  expect(await told(file)).toMatchObject({ errors: [wrong(1, 'too-many-days')] });
});

it('has room for as many days as the longest file can name', async () => {
  const events = Array.from({ length: 4_000 }, (_, index) => {
    const day = new Date(Date.UTC(2030, 0, 1 + 2 * index)).toISOString().slice(0, 10).replaceAll('-', '');
    return ['BEGIN:VEVENT', 'SUMMARY:节', `DTSTART;VALUE=DATE:${day}`, 'END:VEVENT'].join('\n');
  });
  const file = ['BEGIN:VCALENDAR', ...events, 'END:VCALENDAR'].join('\n');
  expect(file.length).toBeLessThanOrEqual(LONGEST_CALENDAR);
  expect(file.length).toBeGreaterThan(LONGEST_CALENDAR * 0.9);
  const outcome = await handler.load({ ...load, ical: file }, at('2026-03-20T08:00:00.000Z'));
  expect(outcome).toMatchObject({ revision: 0 });
});
