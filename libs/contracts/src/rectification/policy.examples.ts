import type { Day, HolidaysId, PolicyId } from '../values.js';
import type { AdoptPolicy } from './adopt-policy.js';
import type { LoadHolidays, WithdrawHolidays } from './load-holidays.js';
import { today, tomorrow } from './people.examples.js';
import type { PolicyFigures, SeverityPolicy, TaskTypePolicy } from './policy.js';
import type { FiguresOfEvent, NamedDays, PolicyEvent } from './policy.events.js';

// One valid example of everything, for the specs of this service and of those who listen to it.
export const timeBound = {
  name: 'time-bound',
  en: 'Time-bound',
  zh: '限期整改',
  workingDays: 20,
  cards: 'timed',
} satisfies TaskTypePolicy;
export const minor = { name: 'minor', en: 'Minor', zh: '轻微' } satisfies SeverityPolicy;
export const serious = { name: 'serious', en: 'Serious', zh: '严重' } satisfies SeverityPolicy;
export const grave = { name: 'grave', en: 'Grave', zh: '重大' } satisfies SeverityPolicy;
export const figures = {
  taskTypes: [timeBound, { name: 'campaign', en: 'Of a campaign', zh: '专项整治', cards: 'none' }],
  severities: [minor, serious, grave],
  return: { withinWorkingDays: 3 },
  extension: { officeMayAddDays: 15 },
  cards: {
    blueWithinWorkingDays: 5,
    redAfterWorkingDays: 3,
    answerYellowWithinWorkingDays: 2,
    appealWithinWorkingDays: 4,
  },
  approvals: { formalTalk: 'office', circular: 'leading-group', extensionBeyond: 'leading-group' },
  escalation: { steps: ['formal-talk'], after: 'yellow' },
  notice: { workingDays: 7, skipGrounds: ['secrecy'] },
  lookBack: { afterMonths: 6 },
  review: { askWithinDays: 15, answerWithinDays: 20 },
  calendar: { base: 'china' },
} satisfies PolicyFigures & FiguresOfEvent;

const policyId = '0190a5c4-4444-7aaa-8aaa-000000000001' as PolicyId;
export const otherPolicyId = '0190a5c4-4444-7aaa-8aaa-000000000002' as PolicyId;
const holidaysId = '0190a5c4-4444-7aaa-8aaa-000000000011' as HolidaysId;
export const otherHolidaysId = '0190a5c4-4444-7aaa-8aaa-000000000012' as HolidaysId;

export const adopt = { policyId, from: tomorrow, reason: 'Less time', ...figures } satisfies AdoptPolicy;

export const ical = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'SUMMARY:Founding day',
  'DTSTART;VALUE=DATE:20260325',
  'DTEND;VALUE=DATE:20260327',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');
export const load = { holidaysId, name: 'Our holidays', ical } satisfies LoadHolidays;
export const withdraw = { holidaysId, reason: 'It was the wrong file' } satisfies WithdrawHolidays;

export const foundingDays = {
  from: '2026-03-25' as Day,
  to: '2026-03-26' as Day,
  kind: 'holiday',
  name: { en: 'Founding day', zh: 'Founding day' },
} satisfies NamedDays;

export const policyAdopted = {
  type: 'PolicyAdopted',
  data: { policyId, version: 'policy 1', from: tomorrow, reason: adopt.reason, policy: figures },
} satisfies PolicyEvent;
export const holidaysLoaded = {
  type: 'HolidaysLoaded',
  data: {
    holidaysId,
    version: 'ical sha256:47de79d0fa39ae88a2d36c3a3ea44f7b90c4f8d7e1c4d4f2a6c1ad9d2c4b7a10',
    name: load.name,
    from: today,
    days: [foundingDays],
  },
} satisfies PolicyEvent;
const { version, name } = holidaysLoaded.data;
export const holidaysWithdrawn = {
  type: 'HolidaysWithdrawn',
  data: { holidaysId, version, name, from: tomorrow, reason: withdraw.reason },
} satisfies PolicyEvent;
export const officialCalendarRecorded = {
  type: 'OfficialCalendarRecorded',
  data: {
    version: 'china of long ago',
    published: { from: '2020-01-01' as Day, to: '2020-12-31' as Day },
    days: [
      {
        from: '2020-10-01' as Day,
        to: '2020-10-08' as Day,
        kind: 'holiday',
        name: { en: 'National Day', zh: '国庆节' },
      },
      {
        from: '2020-10-10' as Day,
        to: '2020-10-10' as Day,
        kind: 'worked',
        name: { en: 'National Day', zh: '国庆节' },
      },
    ],
  },
} satisfies PolicyEvent;

// Total: an event without an example does not compile.
export const policyExamples: { readonly [E in PolicyEvent as E['type']]: E } = {
  PolicyAdopted: policyAdopted,
  HolidaysLoaded: holidaysLoaded,
  HolidaysWithdrawn: holidaysWithdrawn,
  OfficialCalendarRecorded: officialCalendarRecorded,
};
