import { expect, it } from '@jest/globals';
import type { Day } from '@redress/contracts/values';
import fc from 'fast-check';
import { someSpecialDays } from './calendar.examples.js';
import type { SpecialDay } from './calendar.js';
import { daysIn, spansOf } from './spans.js';

const day = (text: string): Day => text as Day;

it('puts together what lies one after the other for the same reason, whatever the order', () => {
  const holiday = { kind: 'holiday', name: { en: 'National Day', zh: '国庆节' } } as const;
  const other = { kind: 'holiday', name: { en: 'National Day', zh: '国庆' } } as const;
  const worked = { ...holiday, kind: 'worked' } as const;
  const days = new Map<Day, SpecialDay>([
    [day('2022-10-02'), holiday],
    [day('2022-10-08'), worked],
    [day('2022-09-30'), holiday],
    [day('2022-10-01'), holiday],
    [day('2022-10-03'), other],
    [day('2022-10-04'), { ...other, kind: 'worked' }],
  ]);
  expect(spansOf(days)).toEqual([
    { ...holiday, from: '2022-09-30', to: '2022-10-02' },
    { ...other, from: '2022-10-03', to: '2022-10-03' },
    { ...other, kind: 'worked', from: '2022-10-04', to: '2022-10-04' },
    { ...worked, from: '2022-10-08', to: '2022-10-08' },
  ]);
});

it('loses no day and adds none', () => {
  fc.assert(
    fc.property(someSpecialDays, (days) => {
      const sorted = new Map([...days].sort(([a], [b]) => (a < b ? -1 : 1)));
      expect([...daysIn(spansOf(days))]).toEqual([...sorted]);
    }),
  );
});
