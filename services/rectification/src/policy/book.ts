import type { Stored } from '@redress/contracts/event';
import type { Policy } from '@redress/contracts/rectification/policy';
import {
  type NamedDays,
  type PolicyEvent,
  policyEvents,
} from '@redress/contracts/rectification/policy.events';
import type { Day, HolidaysId, PolicyId } from '@redress/contracts/values';
import { type Aggregate, fold } from '@redress/eventsourcing/aggregate';

/** All that was ever said about policies and calendars, in the order in which it was said. */
export type PolicyBook = {
  /** Of its stream, at the last event; -1 before the first. */
  readonly revision: number;
  readonly adopted: readonly Adopted[];
  readonly holidays: readonly OwnHolidays[];
  readonly official: readonly OfficialCalendar[];
};

export type Adopted = {
  readonly id: PolicyId;
  readonly from: Day;
  readonly reason: string;
  readonly policy: Policy;
};

/** They hold from a day on, up to the day before they were withdrawn. */
export type OwnHolidays = {
  readonly id: HolidaysId;
  readonly version: string;
  readonly name: string;
  readonly from: Day;
  readonly days: readonly NamedDays[];
  readonly withdrawnFrom?: Day;
};

export type OfficialCalendar = Extract<PolicyEvent, { type: 'OfficialCalendarRecorded' }>['data'];

const evolve = (before: PolicyBook, { type, data }: PolicyEvent): PolicyBook => {
  const book = { ...before, revision: before.revision + 1 };
  switch (type) {
    case 'PolicyAdopted': {
      const { policyId: id, version, from, reason, policy } = data;
      return { ...book, adopted: [...book.adopted, { id, from, reason, policy: { ...policy, version } }] };
    }
    case 'HolidaysLoaded': {
      const { holidaysId: id, ...loaded } = data;
      return { ...book, holidays: [...book.holidays, { id, ...loaded }] };
    }
    case 'HolidaysWithdrawn': {
      const { holidaysId, from: withdrawnFrom } = data;
      const withdrawn = (own: OwnHolidays): OwnHolidays =>
        own.id === holidaysId ? { ...own, withdrawnFrom } : own;
      return { ...book, holidays: book.holidays.map(withdrawn) };
    }
    case 'OfficialCalendarRecorded':
      return { ...book, official: [...book.official, data] };
  }
};

export const policyBook: Aggregate<PolicyBook, PolicyEvent> = {
  ...policyEvents,
  initial: { revision: -1, adopted: [], holidays: [], official: [] },
  evolve,
};

/** What it is after more has been said. */
export const bookAfter = (book: PolicyBook, more: readonly Stored[]): PolicyBook =>
  fold({ ...policyBook, initial: book }, more);

/** The one stream of it. */
export const BOOK = 'book';
