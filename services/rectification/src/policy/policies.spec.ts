import { beforeEach, expect, it } from '@jest/globals';
import { calendarOf, isWorkingDay, withOwn } from '@redress/calendar/calendar';
import { someDay } from '@redress/calendar/calendar.examples';
import { officialCalendar } from '@redress/calendar/official-calendar';
import { daysIn } from '@redress/calendar/spans';
import { addWorkingDays } from '@redress/calendar/working-days';
import { envelope, today, tomorrow, yesterday } from '@redress/contracts/rectification/people.examples';
import type { CalendarPolicy } from '@redress/contracts/rectification/policy';
import type { PolicyEvent } from '@redress/contracts/rectification/policy.events';
import {
  figures,
  foundingDays,
  holidaysLoaded,
  holidaysWithdrawn,
  officialCalendarRecorded,
  otherHolidaysId,
  otherPolicyId,
  policyAdopted,
} from '@redress/contracts/rectification/policy.examples';
import type { Day, Instant, MessageId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { having } from '@redress/eventsourcing/spec';
import { transact } from '@redress/eventsourcing/transact';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { BOOK, policyBook } from './book.js';
import { DEFAULT_POLICY } from './default-policy.js';
import { Policies } from './policies.js';

let store: InMemoryEventStore;
let policies: Policies;
beforeEach(() => {
  store = new InMemoryEventStore(new StoppedClock('2026-03-20T08:00:00.000Z' as Instant));
  policies = new Policies(store);
});

const happened = async (...events: readonly PolicyEvent[]): Promise<void> => {
  const causationId = randomUUID() as string as MessageId;
  await transact(store, policyBook, BOOK, { ...envelope, causationId }, () => events);
};
const versionOn = async (day: Day): Promise<string> => (await policies.on(day)).policy.version;
const calendarOn = async (day: Day): Promise<string> => (await policies.on(day)).calendar.version;

const day = (text: string): Day => text as Day;
const anyLoaded: Extract<PolicyEvent, { type: 'HolidaysLoaded' }> = holidaysLoaded;
const { version: ownVersion } = holidaysLoaded.data;
const adopted = (version: string, from: Day): PolicyEvent =>
  having(policyAdopted, { policyId: otherPolicyId, version, from });
const based = (calendar: CalendarPolicy): PolicyEvent => {
  const base = { ...calendar };
  return {
    ...policyAdopted,
    data: { ...policyAdopted.data, from: today, policy: { ...figures, calendar: base } },
  };
};

it('has the figures of the regulation and the official calendar until others are adopted', async () => {
  expect(await policies.on(today)).toEqual({ policy: DEFAULT_POLICY, calendar: officialCalendar });
});

it('has what was adopted from its day on, and before it what held before', async () => {
  await happened(policyAdopted);
  expect(await policies.on(today)).toMatchObject({ policy: { version: 'default 1' } });
  expect(await policies.on(tomorrow)).toMatchObject({ policy: { ...figures, version: 'policy 1' } });
  expect(await versionOn(day('2030-01-01'))).toBe('policy 1');
});

it('lets the later day win, and of one day what was adopted last', async () => {
  await happened(adopted('policy 1', day('2026-05-01')));
  await happened(adopted('policy 2', day('2026-04-01')));
  expect([await versionOn(day('2026-04-30')), await versionOn(day('2026-05-01'))]).toEqual([
    'policy 2',
    'policy 1',
  ]);
  await happened(adopted('policy 3', day('2026-05-01')));
  expect([await versionOn(day('2026-04-30')), await versionOn(day('2026-05-01'))]).toEqual([
    'policy 2',
    'policy 3',
  ]);
});

it('finds the figures of a version, for ever', async () => {
  await happened(policyAdopted);
  await happened(adopted('policy 2', today));
  expect(await policies.version('default 1')).toEqual(DEFAULT_POLICY);
  expect(await policies.version('policy 1')).toEqual({ ...figures, version: 'policy 1' });
  expect(await policies.version('policy 2')).toMatchObject({ version: 'policy 2' });
  expect(await policies.version('policy 3')).toBeUndefined();
});

it('counts own holidays from their day on, until the day of their withdrawal', async () => {
  const firstOfThem = day('2026-03-25');
  await happened(holidaysLoaded);
  expect(await calendarOn(yesterday)).toBe(officialCalendar.version);
  expect(await calendarOn(today)).toBe(`${officialCalendar.version} + ${ownVersion}`);
  expect(isWorkingDay((await policies.on(today)).calendar, firstOfThem)).toBe(false);
  await happened(holidaysWithdrawn);
  expect(await calendarOn(today)).toBe(`${officialCalendar.version} + ${ownVersion}`);
  expect(await calendarOn(tomorrow)).toBe(officialCalendar.version);
  expect(isWorkingDay((await policies.on(tomorrow)).calendar, firstOfThem)).toBe(true);
});

it('lets holidays that were loaded later hold over earlier ones, and forgets only those that are withdrawn', async () => {
  const days = [{ ...foundingDays, to: foundingDays.from, kind: 'worked' as const }];
  await happened(holidaysLoaded, having(anyLoaded, { holidaysId: otherHolidaysId, version: 'worked', days }));
  const both = (await policies.on(today)).calendar;
  expect(both.version).toBe(`${officialCalendar.version} + ${ownVersion} + worked`);
  expect(['2026-03-25', '2026-03-26'].map((one) => isWorkingDay(both, day(one)))).toEqual([true, false]);
  await happened(holidaysWithdrawn);
  expect(await calendarOn(tomorrow)).toBe(`${officialCalendar.version} + worked`);
});

it.each([
  [{ base: 'week' }, ['2026-10-03', '2026-10-04']],
  [{ base: 'week', weeklyOff: ['friday'] }, ['2026-10-02']],
  [{ base: 'week', weeklyOff: [] }, []],
] as const)('counts by the week that the policy names: %j', async (calendar, off) => {
  await happened(based(calendar));
  const week = Array.from({ length: 7 }, (_, after) => day(`2026-10-0${String(after + 1)}`));
  const { calendar: counted } = await policies.on(today);
  expect(week.filter((one) => !isWorkingDay(counted, one))).toEqual(off);
});

it('makes the calendar of a version once more, without what it had in mind', async () => {
  for (const calendar of [
    { base: 'china' },
    { base: 'week' },
    { base: 'week', weeklyOff: [] },
    { base: 'week', weeklyOff: ['friday', 'saturday'] },
  ] as const)
    for (const more of [[], [holidaysLoaded]] as const) {
      store = new InMemoryEventStore(new StoppedClock('2026-03-20T08:00:00.000Z' as Instant));
      policies = new Policies(store);
      await happened(based(calendar), ...more);
      const { calendar: counted } = await policies.on(today);
      await happened(holidaysWithdrawn, adopted('policy 9', today));
      expect(await new Policies(store).calendar(counted.version)).toEqual(counted);
    }
});

it('counts as it did by an official calendar of an older program', async () => {
  const { version, published, days } = officialCalendarRecorded.data;
  await happened(officialCalendarRecorded, holidaysLoaded);
  const old = calendarOf({ version, published, special: daysIn(days) });
  expect(await policies.calendar(version)).toEqual(old);
  expect(await calendarOn(today)).toBe(`${officialCalendar.version} + ${ownVersion}`);
  const own = { version: ownVersion, special: daysIn(holidaysLoaded.data.days) };
  expect(await policies.calendar(`${version} + ${ownVersion}`)).toEqual(withOwn(old, own));
});

it.each(['none', '', 'china of the moon', `${officialCalendar.version} + ical of nobody`])(
  'knows no calendar of the version "%s"',
  async (version) => {
    await happened(holidaysLoaded);
    expect(await policies.calendar(version)).toBeUndefined();
  },
);

it('moves a later term by own holidays, and no earlier one', async () => {
  const { calendar: before } = await policies.on(today);
  await happened(holidaysLoaded);
  const { calendar: after } = await policies.on(today);
  expect(addWorkingDays(before, today, 5)).toBe('2026-03-27');
  expect(addWorkingDays(after, today, 5)).toBe('2026-03-31');
  const again = await policies.calendar(before.version);
  expect(again && addWorkingDays(again, today, 5)).toBe('2026-03-27');
});

it('names the calendar of any day by a version that makes the same one', async () => {
  const someEvent = fc.oneof(
    fc
      .tuple(someDay, fc.constantFrom<CalendarPolicy>({ base: 'china' }, { base: 'week' }))
      .map(([from, calendar]): PolicyEvent => {
        const policy = { ...figures, calendar: { ...calendar } };
        return { ...policyAdopted, data: { ...policyAdopted.data, from, policy } };
      }),
    someDay.map((from) => having(holidaysLoaded, { from, version: `own from ${from}` })),
    someDay.map((from) => having(holidaysWithdrawn, { from })),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(someEvent, { minLength: 1, maxLength: 8 }), someDay, async (events, on) => {
      store = new InMemoryEventStore(new StoppedClock('2026-03-20T08:00:00.000Z' as Instant));
      await happened(...events);
      const { calendar } = await new Policies(store).on(on);
      expect(await new Policies(store).calendar(calendar.version)).toEqual(calendar);
    }),
    { numRuns: 60 },
  );
});

it('reads once what stands in the log, and hears at once of what another copy of the service wrote', async () => {
  const from: (number | undefined)[] = [];
  const read = store.read.bind(store);
  store.read = (stream, first) => {
    from.push(first);
    return read(stream, first);
  };
  await happened(holidaysLoaded);
  from.length = 0;
  await policies.on(today);
  await policies.on(today);
  await happened(policyAdopted);
  expect(await versionOn(tomorrow)).toBe('policy 1');
  expect(from.filter((first) => first !== undefined)).toEqual([0, 1, 1]);
});
