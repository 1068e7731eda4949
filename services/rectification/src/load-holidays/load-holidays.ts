import type { Actor } from '@redress/contracts/envelope';
import {
  type LoadingRejection,
  type LoadHolidays,
  MOST_HOLIDAY_FILES,
  type WithdrawalRejection,
  type WithdrawHolidays,
} from '@redress/contracts/rectification/load-holidays';
import type { NamedDays, PolicyEvent } from '@redress/contracts/rectification/policy.events';
import type { Day } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { PolicyBook } from '../policy/book.js';
import { isOffice } from '../task/who.js';

/** What was read in a file. */
export type ReadHolidays = { readonly version: string; readonly days: readonly NamedDays[] };

type Decide<Reason extends string> = (book: PolicyBook) => Decision<PolicyEvent, Reason>;

/** The office loads own holidays; they hold from the same day on, or from a later one that it names. */
export const loadHolidays =
  (
    { holidaysId, name, from }: Omit<LoadHolidays, 'ical'>,
    { version, days }: ReadHolidays,
    actor: Actor,
    today: Day,
  ): Decide<LoadingRejection> =>
  ({ holidays }) => {
    if (!isOffice(actor)) return reject('not-the-office');
    const before = holidays.find(({ id }) => id === holidaysId);
    if (before) {
      const isTheSame =
        before.name === name && before.version === version && before.from === (from ?? before.from);
      if (!isTheSame) return reject('holidays-id-is-taken');
      return before.withdrawnFrom === undefined ? [] : reject('holidays-are-withdrawn');
    }
    const since = from ?? today;
    if (since < today) return reject('reaches-back');
    const others = holidays.filter(({ withdrawnFrom }) => withdrawnFrom === undefined);
    if (others.length >= MOST_HOLIDAY_FILES) return reject('too-many-holiday-files');

    return [{ type: 'HolidaysLoaded', data: { holidaysId, version, name, from: since, days: [...days] } }];
  };

/** The office takes them back from that day on. */
export const withdrawHolidays =
  ({ holidaysId, reason }: WithdrawHolidays, actor: Actor, today: Day): Decide<WithdrawalRejection> =>
  ({ holidays }) => {
    if (!isOffice(actor)) return reject('not-the-office');
    const loaded = holidays.find(({ id }) => id === holidaysId);
    if (!loaded) return reject('no-such-holidays');
    if (loaded.withdrawnFrom !== undefined) return [];

    const { version, name } = loaded;
    return [{ type: 'HolidaysWithdrawn', data: { holidaysId, version, name, from: today, reason } }];
  };
