import type { Category, Event, Plain } from '../event.js';
import type { Day, HolidaysId, PolicyId } from '../values.js';
import type { PolicyFigures } from './policy.js';

// Stored for ever: a type is never renamed, and its data changes only with a lift from the last version.
// All of it is one stream: what holds on a day is to be told from one place, and versions are counted there.
export type PolicyEvent =
  /** All figures that hold from a day on, until the next ones do. */
  | Event<
      'PolicyAdopted',
      { policyId: PolicyId; version: string; from: Day; reason: string; policy: FiguresOfEvent }
    >
  /** The days that were read in an organisation's own calendar: whoever counts by it later needs neither file nor reader. */
  | Event<
      'HolidaysLoaded',
      { holidaysId: HolidaysId; version: string; name: string; from: Day; days: NamedDays[] }
    >
  | Event<
      'HolidaysWithdrawn',
      { holidaysId: HolidaysId; version: string; name: string; from: Day; reason: string }
    >
  /** The days of the official calendar that is counted by from now on, since it comes with the program and changes with it. */
  | Event<
      'OfficialCalendarRecorded',
      { version: string; published: { from: Day; to: Day }; days: NamedDays[] }
    >;

/** Days one after the other that are off, or worked, for the same reason. */
export type NamedDays = {
  from: Day;
  to: Day;
  kind: 'holiday' | 'worked';
  name: { en: string; zh: string };
};

export type FiguresOfEvent = Plain<PolicyFigures>;

export const policyEvents: Category<PolicyEvent> = {
  name: 'policy',
  lifts: { PolicyAdopted: [], HolidaysLoaded: [], HolidaysWithdrawn: [], OfficialCalendarRecorded: [] },
};
