import { describe, expect, it } from '@jest/globals';
import type { Day, Instant } from '@redress/contracts/values';
import fc from 'fast-check';
import { Clock } from './clock.js';

describe('a day begins', () => {
  it.each([
    ['Asia/Shanghai', '2026-11-21', '2026-11-20T16:00:00.000Z'],
    ['UTC', '2026-11-21', '2026-11-21T00:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-21', '2026-11-20T10:00:00.000Z'],
    ['Pacific/Pago_Pago', '2026-11-21', '2026-11-21T11:00:00.000Z'],
    // The clocks were put forward at midnight, so the day began at one.
    ['America/Havana', '2026-03-08', '2026-03-08T05:00:00.000Z'],
    // Samoa went over the date line and had no such day.
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z'],
  ])('in %s, %s, at %s', (zone, day, moment) => {
    expect(new Clock(zone).beginningOf(day as Day)).toBe(moment);
  });

  it('with the first moment that falls on it, wherever that is', () => {
    const zones = ['Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe'];
    const clocks = zones.map((zone) => new Clock(zone));
    const days = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10) as Day);
    fc.assert(
      fc.property(fc.constantFrom(...clocks), days, (clock, day) => {
        const first = clock.beginningOf(day);
        const last = new Date(Date.parse(first) - 1).toISOString() as Instant;
        expect(clock.dayOf(first)).toBe(day);
        expect(clock.dayOf(last) < day).toBe(true);
      }),
    );
  });
});

it('is the day of a moment whatever was asked before, also where clocks are set back over midnight', () => {
  // At one minute past midnight it became one minute past eleven of the day before.
  const before = '2010-11-07T02:30:30.000Z' as Instant;
  const zones = ['America/St_Johns', 'Asia/Shanghai', 'Africa/Monrovia', 'Australia/Lord_Howe'];
  const moments = fc
    .oneof(
      fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      fc.integer({ min: -120_000, max: 120_000 }).map((ms) => new Date(Date.parse(before) + ms)),
    )
    .map((date) => date.toISOString() as Instant);
  for (const timeZone of zones) {
    const [clock, calendar] = [new Clock(timeZone), new Intl.DateTimeFormat('sv-SE', { timeZone })];
    fc.assert(
      fc.property(moments, (moment) => {
        expect(clock.dayOf(moment)).toBe(calendar.format(new Date(moment)));
      }),
      { numRuns: 2_000 },
    );
  }
});
