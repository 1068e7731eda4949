import { spansOf } from '@redress/calendar/spans';
import type { Calendar } from '@redress/calendar/calendar';
import { dayAt } from '@redress/calendar/days';
import type { PolicyEvent } from '@redress/contracts/rectification/policy.events';
import type { Decision } from '@redress/eventsourcing/decision';
import type { PolicyBook } from '../policy/book.js';

/** The official calendar comes with the program. So that it can be told later what was counted by, the log has its days. */
export const recordOfficialCalendar =
  ({ version, published, special }: Calendar) =>
  ({ official }: PolicyBook): Decision<PolicyEvent, never> => {
    if (official.at(-1)?.version === version) return [];

    const days = spansOf(new Map([...special].map(([number, what]) => [dayAt(number), what])));
    const data = { version, published: { ...published }, days: [...days] };
    return [{ type: 'OfficialCalendarRecorded', data }];
  };
