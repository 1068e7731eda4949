import { randomUUID } from 'node:crypto';
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
const ids = new Map<string, unknown>();

const people = { office: 'R1', leading: 'R2', logistics: 'R3', school: 'R4' } as const;
type Who = keyof typeof people;
const from = '2020-01-01';

const inChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
const now = Date.now();
const inDays = (days: number): string => inChina.format(new Date(now + days * 86_400_000));

beforeAll(async () => {
  system = await startSystem({
    directory: DirectoryModule,
    intake: IntakeModule,
    rectification: RectificationModule,
  });
  call = callerOf(system.url);
  const posts = { office: 'office', leading: 'leading-group', logistics: 'unit', school: 'unit' } as const;
  for (const who of Object.keys(people) as Who[]) {
    await arranged('PUT', `/units/${who}`, { name: who, from });
    await arranged('PUT', `/posts/${who}`, { unit: who, title: 'Head', role: posts[who], from });
    const registered = await arranged('PUT', `/people/${people[who]}`, { name: who });
    ids.set(people[who], registered.body['personId']);
    await arranged('PUT', `/posts/${who}/holders/${people[who]}`, { from });
    const { body } = await arranged('POST', '/tokens', { post: who, rosterNumber: people[who] });
    tokens.set(who, body['token'] as string);
  }
});

afterAll(() => system.stop());

const arranged = async (method: string, path: string, body: object): Promise<Answer> => {
  const answer = await call(method, `/api${path}`, { token: system.operatorToken, body });
  expect([path, answer.status < 300]).toEqual([path, true]);
  return answer;
};
const as = (who: Who, method: string, path: string, body?: object): Promise<Answer> =>
  call(method, `/api${path}`, { token: tokens.get(who) ?? '', ...(body && { body }) });

const task = `/tasks/${randomUUID()}`;
let last: Answer;
const does = async (who: Who, path: string, body?: object): Promise<void> => {
  last = await as(who, 'PUT', path, body);
  expect([path, last.status, last.body['type']]).toEqual([path, 200, undefined]);
};
const isTold = async (who: Who, reason: string, status: number, path: string, body?: object) => {
  const answer = await as(who, 'PUT', path, body);
  expect([path, answer.status, answer.body['type']]).toEqual([path, status, `/problems/${reason}`]);
};
const sees = async (who: Who, path: string): Promise<Answer['body']> => {
  const sign = path.includes('?') ? '&' : '?';
  return (await as(who, 'GET', `${path}${sign}atLeast=${String(last.body['position'])}`)).body;
};

it('a task comes back, goes to the right unit, which is given more time and changes its plan', async () => {
  const opinion = { channel: 'web-form', title: 'The wash-house leaks', text: 'For two weeks now' };
  const { body: sent } = await call('POST', '/api/opinions', { body: opinion });
  const at = `/opinions/${String(sent['opinionId'])}`;
  const issueId = randomUUID();
  await does('office', `${at}/acknowledgement`);
  const listing = { issueId, title: 'A leak', problem: 'It leaks', topic: 'housing', severity: 'ordinary' };
  await does('office', `${at}/listing`, listing);
  const { token, headers } = { token: tokens.get('office') ?? '', headers: { prefer: 'wait=10' } };
  expect(await call('GET', `/api/issues/${issueId}`, { token, headers })).toMatchObject({ status: 200 });

  const until = inDays(10);
  const assignment = { issues: [issueId], title: 'Mend it', taskType: 'time-bound', criterion: 'It is dry' };
  const leadUnit = unitIdOf('school');
  await does('office', task, { ...assignment, leadUnit, supportingUnits: [], deadline: until });
  expect((await sees('school', task))['returnBy']).toMatchObject({ workingDays: 5 });

  await does('school', `${task}/returns/${randomUUID()}`, { reason: 'Logistics owns the house' });
  await isTold('school', 'task-is-returned', 409, `${task}/acceptance`, { responsible: ids.get('R4') });
  const anew = { leadUnit: unitIdOf('logistics'), supportingUnits: [], deadline: until };
  await does('office', `${task}/reassignments/${randomUUID()}`, anew);
  expect(await sees('school', '/tasks')).toEqual({ rows: [] });
  expect(await sees('school', task)).toMatchObject({ status: 'assigned', leadUnit: unitIdOf('logistics') });

  await isTold('school', 'not-the-lead-unit', 403, `${task}/acceptance`, { responsible: ids.get('R4') });
  await does('logistics', `${task}/acceptance`, { responsible: ids.get('R3') });
  const measure = { measureId: randomUUID(), what: 'Mend', person: ids.get('R3'), criterion: 'Dry' };
  await does('logistics', `${task}/plan`, { measures: [{ ...measure, due: until }] });

  const change = { reason: 'The pipe comes late', measures: [{ ...measure, due: inDays(41) }] };
  const changing = `${task}/measures/${randomUUID()}`;
  await isTold('logistics', 'measure-due-after-the-deadline', 422, changing, change);
  const extension = `${task}/extensions/${randomUUID()}`;
  await does('logistics', extension, { until: inDays(41), reason: change.reason });
  expect(await sees('office', '/extensions?status=pending')).toMatchObject({ rows: [{ daysInAll: 31 }] });
  await isTold('office', 'needs-the-leading-group', 403, `${extension}/grant`);
  await does('leading', `${extension}/grant`);
  await does('logistics', changing, change);
  expect(await sees('logistics', task)).toMatchObject({
    deadline: inDays(41),
    firstDeadline: until,
    measures: { [measure.measureId]: { due: inDays(41) } },
  });
  expect(await sees('office', '/extensions?status=pending')).toEqual({ rows: [] });
});
