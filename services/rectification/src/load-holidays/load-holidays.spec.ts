import { describe, it } from '@jest/globals';
import { MOST_HOLIDAY_FILES } from '@redress/contracts/rectification/load-holidays';
import {
  lead,
  leadingGroup,
  officer,
  operator,
  today,
  tomorrow,
  yesterday,
} from '@redress/contracts/rectification/people.examples';
import {
  holidaysLoaded,
  holidaysWithdrawn,
  load,
  otherHolidaysId,
  withdraw,
} from '@redress/contracts/rectification/policy.examples';
import type { HolidaysId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { policyBook } from '../policy/book.js';
import { loadHolidays, withdrawHolidays } from './load-holidays.js';

const { given } = specFor(policyBook);
const untouched = given();
const loaded = given(holidaysLoaded);
const withdrawn = given(holidaysLoaded, holidaysWithdrawn);

const { version, days } = holidaysLoaded.data;
const file = { version, days };
const another = { ...file, version: 'ical sha256:another' };
const sameDay = { ...withdraw, holidaysId: otherHolidaysId };

describe('the office loads own holidays', () => {
  it('that hold from the same day on, or from a later one', () => {
    untouched.when(loadHolidays(load, file, officer, today)).yields(holidaysLoaded);
    untouched
      .when(loadHolidays({ ...load, from: tomorrow }, file, officer, today))
      .yields(having(holidaysLoaded, { from: tomorrow }));
  });

  it('once: the same again is a repeat, even days later', () => {
    loaded.when(loadHolidays(load, file, officer, tomorrow)).changesNothing();
    loaded.when(loadHolidays({ ...load, from: today }, file, officer, tomorrow)).changesNothing();
  });

  it('beside others, also from the same file', () => {
    const beside = { ...load, holidaysId: otherHolidaysId };
    for (const book of [loaded, withdrawn])
      book
        .when(loadHolidays(beside, file, officer, today))
        .yields(having(holidaysLoaded, { holidaysId: otherHolidaysId }));
  });

  it('ten files at a time, of which those withdrawn are none', () => {
    const many = Array.from({ length: MOST_HOLIDAY_FILES }, (_, index) =>
      having(holidaysLoaded, {
        holidaysId: `0190a5c4-4444-7aaa-8aaa-0000000001${String(index).padStart(2, '0')}` as HolidaysId,
      }),
    );
    given(...many)
      .when(loadHolidays(load, file, officer, today))
      .isRejected('too-many-holiday-files');
    const [first] = many.map(({ data }) => data.holidaysId);
    const oneLess = having(holidaysWithdrawn, { ...(first && { holidaysId: first }) });
    given(...many, oneLess)
      .when(loadHolidays(load, file, officer, today))
      .yields(holidaysLoaded);
  });

  it.each([
    ['not-the-office', untouched, load, file, lead],
    ['not-the-office', untouched, load, file, leadingGroup],
    ['not-the-office', untouched, load, file, operator],
    ['holidays-id-is-taken', loaded, { ...load, name: 'Others' }, file, officer],
    ['holidays-id-is-taken', loaded, load, another, officer],
    ['holidays-id-is-taken', loaded, { ...load, from: tomorrow }, file, officer],
    ['holidays-id-is-taken', withdrawn, load, another, officer],
    ['holidays-are-withdrawn', withdrawn, load, file, officer],
    ['reaches-back', untouched, { ...load, from: yesterday }, file, officer],
  ] as const)('but is told %s', (reason, book, command, read, actor) => {
    book.when(loadHolidays(command, read, actor, today)).isRejected(reason);
  });
});

describe('the office withdraws them', () => {
  it('from that day on, once', () => {
    loaded.when(withdrawHolidays(withdraw, officer, tomorrow)).yields(holidaysWithdrawn);
    withdrawn.when(withdrawHolidays({ ...withdraw, reason: 'Another' }, officer, today)).changesNothing();
  });

  it.each([
    ['not-the-office', loaded, withdraw, lead],
    ['not-the-office', loaded, withdraw, leadingGroup],
    ['no-such-holidays', untouched, withdraw, officer],
    ['no-such-holidays', loaded, sameDay, officer],
  ] as const)('but is told %s', (reason, book, command, actor) => {
    book.when(withdrawHolidays(command, actor, today)).isRejected(reason);
  });
});
