import { randomUUID } from 'node:crypto';
import { beforeAll, expect } from '@jest/globals';
import { AdoptPolicy } from '@redress/contracts/rectification/adopt-policy';
import {
  LoadHolidays,
  MOST_HOLIDAY_FILES,
  WithdrawHolidays,
} from '@redress/contracts/rectification/load-holidays';
import { WEEKDAYS } from '@redress/contracts/values';
import { DEFAULT_POLICY } from '../../../services/rectification/src/policy/default-policy.js';
import { aWorld, type Drive, everyRejectionOf } from './drives.js';
import type { Who } from './people.js';
import { NEXT } from './world.js';

const world = aWorld();

const FROM = '2023-04-01';
const [policyId, loaded, withdrawn, another] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];

/** The version is given by the service. */
const figures = { ...DEFAULT_POLICY, version: undefined };
const holidays = (name: string, day: string) => ({
  name,
  ical: `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:${name}\r\nDTSTART;VALUE=DATE:${day}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
});

beforeAll(async () => {
  const running = world();
  await running.does('office', `/policies/${policyId}`, { ...figures, from: FROM, reason: 'As before' });
  for (let turn = 0; turn < MOST_HOLIDAY_FILES - 1; turn += 1)
    await running.does(
      'office',
      `/calendar/holidays/${randomUUID()}`,
      holidays(`No. ${String(turn)}`, '20230405'),
    );
  await running.does('office', `/calendar/holidays/${withdrawn}`, holidays('Founding', '20230406'));
  const reason = { reason: 'The wrong file' };
  const takingBack = { method: 'DELETE', path: `/calendar/holidays/${withdrawn}`, body: reason, day: NEXT };
  expect(await running.people.as('office', takingBack)).toMatchObject({ status: 200 });
  await running.does('office', `/calendar/holidays/${loaded}`, holidays('Sports', '20230407'));
});

const WATCHED = '/calendar?from=2023-03-01&to=2023-04-30';

const adopts = (
  status: number,
  more: () => object = () => ({}),
  who: Who = 'office',
  id = another,
): Drive => ({
  status,
  who,
  asked: () => {
    const body = { ...figures, from: FROM, reason: 'The term begins', ...more() };
    return Promise.resolve({ path: `/policies/${id}`, body, day: NEXT, watched: '/policies' });
  },
});
const calendar = (base: string, weeklyOff: readonly string[]) => () => ({ calendar: { base, weeklyOff } });
everyRejectionOf(AdoptPolicy, world, {
  'not-the-office': adopts(403, undefined, 'leading'),
  'policy-id-is-taken': adopts(409, undefined, 'office', policyId),
  'reaches-back': adopts(422, () => ({ from: '2023-03-01' })),
  'named-twice': adopts(422, () => ({ taskTypes: [...figures.taskTypes, ...figures.taskTypes] })),
  'name-changes-meaning': adopts(422, () => ({ severities: figures.severities.toReversed() })),
  'week-off-is-official': adopts(422, calendar('china', ['sunday'])),
  'no-day-is-worked': adopts(422, calendar('week', WEEKDAYS)),
});

const loads = (status: number, more: object = {}, who: Who = 'office', id = another): Drive => ({
  status,
  who,
  asked: () => {
    const body = { ...holidays('Founding', '20230406'), ...more };
    return Promise.resolve({ path: `/calendar/holidays/${id}`, body, day: NEXT, watched: WATCHED });
  },
});
everyRejectionOf(LoadHolidays, world, {
  'not-the-office': loads(403, {}, 'lead'),
  'holidays-id-is-taken': loads(409, {}, 'office', loaded),
  'holidays-are-withdrawn': loads(409, {}, 'office', withdrawn),
  'reaches-back': loads(422, { from: '2023-03-01' }),
  'too-many-holiday-files': loads(409),
});

const withdraws = (status: number, id: string, who: Who): Drive => ({
  status,
  who,
  asked: () => {
    const path = `/calendar/holidays/${id}`;
    const body = { reason: 'It was the wrong file' };
    return Promise.resolve({ method: 'DELETE', path, body, day: NEXT, watched: WATCHED });
  },
});
everyRejectionOf(WithdrawHolidays, world, {
  'not-the-office': withdraws(403, loaded, 'leading'),
  'no-such-holidays': withdraws(404, another, 'office'),
});
