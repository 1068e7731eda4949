import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { unitIdOf } from '@redress/contracts/directory/ids';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { IntakeModule } from '../../services/intake/src/intake.module.js';
import { RectificationModule } from '../../services/rectification/src/rectification.module.js';
import { type Answer, type Call, callerOf } from './caller.js';
import { startSystem, type System } from './system.js';

let system: System;
let call: Call;
const tokens = new Map<string, string>();
const people = { office: 'R1', leading: 'R2', school: 'R3' } as const;
type Who = keyof typeof people;
const from = '2020-01-01';

beforeAll(async () => {
  system = await startSystem({
    directory: DirectoryModule,
    intake: IntakeModule,
    rectification: RectificationModule,
  });
  call = callerOf(system.url);
  const posts = { office: 'office', leading: 'leading-group', school: 'unit' } as const;
  for (const who of Object.keys(people) as Who[]) {
    await arranged('PUT', `/units/${who}`, { name: who, from });
    await arranged('PUT', `/posts/${who}`, { unit: who, title: 'Head', role: posts[who], from });
    await arranged('PUT', `/people/${people[who]}`, { name: who });
    await arranged('PUT', `/posts/${who}/holders/${people[who]}`, { from });
    const acts = { post: who, rosterNumber: people[who], recordsPast: true };
    tokens.set(who, (await arranged('POST', '/tokens', acts)).body['token'] as string);
  }
});

afterAll(() => system.stop());

const arranged = async (method: string, path: string, body: object): Promise<Answer> => {
  const answer = await call(method, `/api${path}`, { token: system.operatorToken, body });
  expect([path, answer.status < 300]).toEqual([path, true]);
  return answer;
};

// The days around the National Day of 2022, of which 8 and 9 October were worked.
const THURSDAY = '2022-09-29';
const FRIDAY = '2022-09-30';
const on = (day: string) => ({ 'happened-at': `${day}T08:00:00.000Z` });
const as = (who: Who, method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
  call(method, `/api${path}`, { token: tokens.get(who) ?? '', headers, ...(body && { body }) });
const told = (status: number, reason: string) => ({ status, body: { type: `/problems/${reason}` } });

const policyId = randomUUID();
/** The default figures, with fewer days for a task, and without one of its types and severities. */
const stricter = async (): Promise<Record<string, unknown>> => {
  const { body } = await as('school', 'GET', `/policy?on=${THURSDAY}`);
  const { version, revision, adopted, ...figures } = body as Record<string, unknown> & {
    taskTypes: { name: string; workingDays?: number }[];
    severities: { name: string }[];
  };
  expect([version, typeof revision, adopted]).toEqual(['default 1', 'number', undefined]);
  const taskTypes = figures.taskTypes
    .filter(({ name }) => name !== 'immediate')
    .map((type) => (type.name === 'time-bound' ? { ...type, workingDays: 5 } : type));
  const severities = figures.severities.filter(({ name }) => name !== 'minor');
  return { ...figures, taskTypes, severities, from: FRIDAY, reason: 'The term begins' };
};

const listing = { title: 'A leak', problem: 'It leaks', topic: 'housing' };
const issueListed = async (): Promise<string> => {
  const opinion = { channel: 'web-form', title: 'The wash-house leaks', text: 'For two weeks now' };
  const { body: sent } = await call('POST', '/api/opinions', { body: opinion });
  const at = `/opinions/${String(sent['opinionId'])}`;
  const issueId = randomUUID();
  expect((await as('office', 'PUT', `${at}/acknowledgement`)).status).toBe(200);
  const body = { ...listing, issueId, severity: 'minor' };
  expect(await as('office', 'PUT', `${at}/listing`, body)).toMatchObject(told(422, 'no-such-severity'));
  const serious = { ...body, severity: 'serious' };
  expect((await as('office', 'PUT', `${at}/listing`, serious)).status).toBe(200);
  expect(await as('office', 'GET', `/issues/${issueId}`, undefined, { prefer: 'wait=10' })).toMatchObject({
    status: 200,
    body: { severity: 'serious' },
  });
  return issueId;
};

type Assigned = { readonly path: string; readonly position: string };
const assign = async (issueId: string, day: string, more: object): Promise<Answer & Assigned> => {
  const path = `/tasks/${randomUUID()}`;
  const task = { issues: [issueId], title: 'Mend it', criterion: 'It is dry', supportingUnits: [], ...more };
  const body = { ...task, leadUnit: unitIdOf('school') };
  const answer = await as('office', 'PUT', path, body, on(day));
  return { ...answer, path, position: String(answer.body['position']) };
};
const lineOf = async ({ path, position }: Assigned): Promise<Answer['body']> =>
  (await as('school', 'GET', `${path}?atLeast=${position}`)).body;

const ical = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'SUMMARY:Founding day', 'DTSTART;VALUE=DATE:20221011']
  .concat(['END:VEVENT', 'END:VCALENDAR', ''])
  .join('\r\n');
const ours = `/calendar/holidays/${randomUUID()}`;
const version = `ical sha256:${createHash('sha256').update(ical).digest('hex')}`;

it('the office adopts figures from the next day on; what was decided before stays as it was decided', async () => {
  const path = `/policies/${policyId}`;
  const policy = await stricter();
  const adopting = (who: Who, day: string, more: object = {}) =>
    as(who, 'PUT', path, { ...policy, ...more }, on(day));
  expect(await adopting('leading', THURSDAY)).toMatchObject(told(403, 'not-the-office'));
  expect(await adopting('office', '2022-10-01')).toMatchObject(told(422, 'reaches-back'));
  expect(await adopting('office', THURSDAY, { return: { withinWorkingDays: -1 } })).toMatchObject({
    status: 400,
    body: { errors: { 'return.withinWorkingDays': [{ rule: 'min' }] } },
  });
  const adopted = await adopting('office', THURSDAY);
  expect(adopted).toMatchObject({ status: 200 });
  expect((await adopting('office', THURSDAY)).body).toEqual(adopted.body);
  expect(await adopting('office', THURSDAY, { reason: 'Another' })).toMatchObject(
    told(409, 'policy-id-is-taken'),
  );

  expect((await as('school', 'GET', `/policy?on=${THURSDAY}`)).body).toMatchObject({ version: 'default 1' });
  const now = await as('school', 'GET', '/policy');
  expect(now.body).toMatchObject({ version: 'policy 1', adopted: { id: policyId, from: FRIDAY } });
  expect(now.headers.get('etag')).toBe(adopted.headers.get('etag'));
  const { body: history } = await as(
    'school',
    'GET',
    `/policies?atLeast=${String(adopted.body['position'])}`,
  );
  expect(history).toMatchObject({ rows: [{ id: policyId, version: 'policy 1', reason: 'The term begins' }] });

  const issueId = await issueListed();
  const before = await assign(issueId, THURSDAY, { taskType: 'time-bound' });
  const after = await assign(issueId, FRIDAY, { taskType: 'time-bound' });
  expect(await assign(issueId, FRIDAY, { taskType: 'immediate' })).toMatchObject(
    told(422, 'no-such-task-type'),
  );
  expect(await assign(issueId, FRIDAY, { taskType: 'ongoing' })).toMatchObject(told(422, 'deadline-needed'));
  const earlier = await lineOf(before);
  expect(earlier['deadlineBy']).toMatchObject({ from: THURSDAY, workingDays: 30, policy: 'default 1' });
  const line = await lineOf(after);
  expect(line).toMatchObject({
    deadline: '2022-10-12',
    deadlineBy: { from: FRIDAY, workingDays: 5, to: '2022-10-12', policy: 'policy 1' },
  });

  const loaded = await as('office', 'PUT', ours, { name: 'Our holidays', ical }, on(FRIDAY));
  expect(loaded).toMatchObject({ status: 200 });
  const later = await assign(issueId, FRIDAY, { taskType: 'time-bound' });
  const { deadlineBy } = (await lineOf(later)) as { deadlineBy: { calendar: string } };
  expect(deadlineBy).toMatchObject({ to: '2022-10-13', calendar: expect.stringContaining(version) });
  expect(await lineOf(after)).toEqual(line);
  expect(await lineOf(before)).toEqual(earlier);

  await as('office', 'DELETE', ours, { reason: 'It was the wrong file' }, on(FRIDAY));
  const last = await assign(issueId, FRIDAY, { taskType: 'time-bound' });
  expect(await lineOf(last)).toMatchObject({ deadline: '2022-10-12' });
  expect(await lineOf(later)).toMatchObject({ deadline: '2022-10-13', deadlineBy });
});

it('everybody who is signed in sees which days are worked, and how a term comes about', async () => {
  const { body } = await as('school', 'GET', '/calendar?from=2022-10-07&to=2022-10-09');
  expect(body).toMatchObject({
    timeZone: 'Asia/Shanghai',
    holidays: [],
    days: [
      { day: '2022-10-07', worked: false, because: 'holiday', name: { zh: '国庆节' } },
      { day: '2022-10-08', worked: true, because: 'worked' },
      { day: '2022-10-09', worked: true, because: 'worked' },
    ],
  });
  expect((await as('school', 'GET', `/working-days?from=${FRIDAY}&add=5`)).body).toMatchObject({
    to: '2022-10-12',
    en: 'listed Friday 30 Sep + 5 working days, 1–7 Oct holiday, 8 and 9 Oct worked → 12 Oct',
  });
  expect(await as('school', 'GET', '/calendar?from=2022-10-09&to=2022-10-07')).toMatchObject({
    status: 400,
    body: { errors: { to: [{ rule: 'days' }] } },
  });
  expect((await call('GET', '/api/policy')).status).toBe(401);
});

it('a file of holidays that is not understood is refused, with its lines and the reasons', async () => {
  const wrong = ical.replace('SUMMARY:Founding day\r\n', '');
  const headers = { 'accept-language': 'zh' };
  expect(await as('office', 'PUT', ours, { name: 'Ours', ical: wrong }, headers)).toMatchObject({
    status: 400,
    body: { errors: { ical: [{ rule: 'no-name', message: 'ical 第 2 行：节假日缺少名称（SUMMARY）' }] } },
  });
  const tooLong = ical.replace('Founding day', 'x'.repeat(250_001));
  expect(await as('office', 'PUT', ours, { name: 'Ours', ical: tooLong })).toMatchObject({
    status: 400,
    body: { errors: { ical: [{ rule: 'isLength' }] } },
  });
  expect(await as('school', 'PUT', ours, { name: 'Ours', ical })).toMatchObject(told(403, 'not-the-office'));
  expect(await as('office', 'PUT', ours, { name: 'Our holidays', ical })).toMatchObject(
    told(409, 'holidays-are-withdrawn'),
  );
  const others = `/calendar/holidays/${randomUUID()}`;
  expect(await as('office', 'DELETE', others, { reason: 'Gone' })).toMatchObject(
    told(404, 'no-such-holidays'),
  );
});
