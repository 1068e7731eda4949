import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { InspectionModule } from '../../services/inspection/src/inspection.module.js';
import { IntakeModule } from '../../services/intake/src/intake.module.js';
import { RectificationModule } from '../../services/rectification/src/rectification.module.js';
import { type Answer, callerOf } from './caller.js';
import { Staff } from './staff.js';
import { startSystem, type System } from './system.js';

const roles = {
  office: 'office',
  head: 'inspection',
  member: 'inspection',
  school: 'unit',
  library: 'unit',
  canteen: 'unit',
} as const;
type Who = keyof typeof roles;
type Lead = 'school' | 'library' | 'canteen';
type Line = Readonly<Record<string, unknown>>;

const FROM = '2022-01-01';
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const team = randomUUID();
let system: System;
let staff: Staff<Who>;
/** Positions of different services are not to be compared. */
let lastOfTask: Answer;

const does = async (who: Who, path: string, body?: object, day?: string): Promise<void> => {
  const answer = await staff.as(who, 'PUT', path, body, day);
  expect([path, answer.status, answer.body['type']]).toEqual([path, 200, undefined]);
  if (path.startsWith('/tasks')) lastOfTask = answer;
};
const isTold = async (who: Who, reason: string, status: number, path: string, body: object) => {
  const { status: told, body: problem } = await staff.as(who, 'PUT', path, body);
  expect([path, told, problem['type']]).toEqual([path, status, `/problems/${reason}`]);
};
const desk = async (who: Who, path: string, query: Readonly<Record<string, string>> = {}) => {
  const asked = new URLSearchParams({ ...query, atLeast: String(lastOfTask.body['position']) });
  const { status, body } = await staff.as(who, 'GET', `${path}?${asked.toString()}`);
  expect([path, status]).toEqual([path, 200]);
  return body['rows'] as readonly Line[];
};
const tasksOn = (lines: readonly Line[], id = 'taskId') => lines.map((line) => line[id]);

/** A task with all its work done, and what it takes to close it. */
const task = async (lead: Lead, deadline: string, day?: string) => {
  const call = callerOf(system.url);
  const [taskId, issueId, measureId] = [randomUUID(), randomUUID(), randomUUID()];
  const opinion = { channel: 'web-form', title: 'The soup is cold', text: 'For two weeks now' };
  const { body: sent } = await call('POST', '/api/opinions', { body: opinion });
  await does('office', `/opinions/${String(sent['opinionId'])}/acknowledgement`);
  const about = { title: 'Cold soup', problem: 'It is cold', topic: 'canteen', severity: 'ordinary' };
  await does('office', `/opinions/${String(sent['opinionId'])}/listing`, { issueId, ...about });
  const waiting = { token: staff.tokenOf('office'), headers: { prefer: 'wait=10' } };
  expect(await call('GET', `/api/issues/${issueId}`, waiting)).toMatchObject({ status: 200 });

  const at = `/tasks/${taskId}`;
  const owed = { title: 'Hot soup', taskType: 'time-bound', criterion: 'It is hot', deadline };
  const units = { leadUnit: staff.unitOf(lead), supportingUnits: [] };
  await does('office', at, { issues: [issueId], ...owed, ...units }, day);
  const person = staff.personOf(lead);
  await does(lead, `${at}/acceptance`, { responsible: person }, day);
  const measure = { measureId, what: 'Heat it', person, due: deadline, criterion: '64 °C' };
  await does(lead, `${at}/plan`, { measures: [measure] }, day);
  await does(lead, `${at}/progress/${randomUUID()}`, { text: 'It is heated', done: [measureId] }, day);
  await does(lead, `${at}/evidence/${randomUUID()}`, { note: `Hot ${taskId}` }, day);
  return { taskId, at };
};
const closeOutOf = async (lead: Lead, at: string, day?: string): Promise<string> => {
  const closeOut = `${at}/close-out/${randomUUID()}`;
  await does(lead, closeOut, { summary: 'The soup is hot', unfinished: [] }, day);
  return closeOut;
};

beforeAll(async () => {
  system = await startSystem({
    directory: DirectoryModule,
    intake: IntakeModule,
    rectification: RectificationModule,
    inspection: InspectionModule,
  });
  staff = await Staff.hired(callerOf(system.url), system.operatorToken, roles);
  await does('office', `/teams/${team}`, { name: '督查一组', from: FROM });
  for (const part of ['head', 'member'] as const)
    await does('office', `/teams/${team}/members/${staff.personOf(part)}`, { part, from: FROM });
  for (const lead of ['school', 'library'] as const)
    await does('office', `/teams/${team}/units/${staff.unitOf(lead)}`, { from: FROM });
});

let closedTask = '';
const acts = async (who: Who, of: string, id: string, only = '') => {
  const { status, body } = await staff.as(who, 'GET', `/recusal/acts?of=${of}&id=${id}${only}`);
  return { status, verdicts: body['verdicts'], rows: body['rows'] as readonly Line[] };
};

afterAll(() => system.stop());

it('a close-out waits on the desk of the team of its lead unit, what is urgent first', async () => {
  const [late, soon, nobodys] = [
    await task('school', '2099-12-31'),
    await task('library', '2099-06-30'),
    await task('canteen', '2099-01-31'),
  ];
  const closeOut = await closeOutOf('school', late.at);
  await closeOutOf('library', soon.at);
  await closeOutOf('canteen', nobodys.at);

  expect(tasksOn(await desk('member', '/close-outs', { team }))).toEqual([soon.taskId, late.taskId]);
  const inspector = staff.personOf('member');
  expect(tasksOn(await desk('head', '/close-outs', { inspector, sort: 'askedAt' }))).toEqual([
    late.taskId,
    soon.taskId,
  ]);
  expect(tasksOn(await desk('office', '/close-outs', { unpaired: 'true' }))).toEqual([nobodys.taskId]);
  expect(tasksOn(await desk('school', '/close-outs'))).toEqual([late.taskId]);
  expect(await staff.as('school', 'GET', `/close-outs?team=${team}`)).toMatchObject({ status: 404 });

  const [, line] = await desk('head', '/close-outs', { team });
  expect(line).toMatchObject({
    id: closeOut.split('/').at(-1),
    criterion: 'It is hot',
    measures: [{ what: 'Heat it', criterion: '64 °C' }],
    summary: 'The soup is hot',
    waitingDays: 0,
    evidence: [{ note: `Hot ${late.taskId}` }],
    teams: [team],
  });
  const judges = (line as unknown as { readonly judges: readonly { readonly person: string }[] }).judges;
  expect(judges.map(({ person }) => person).toSorted()).toEqual(
    [staff.personOf('head'), staff.personOf('member')].toSorted(),
  );

  const { rows, next } = (await staff.as('head', 'GET', `/close-outs?team=${team}&limit=1`)).body;
  const after = await staff.as('head', 'GET', `/close-outs?team=${team}&limit=1&cursor=${String(next)}`);
  expect([rows, after.body['rows']].map((page) => tasksOn(page as Line[]))).toEqual([
    [soon.taskId],
    [late.taskId],
  ]);
});

it('who has to stay out is told so on the desk, and when they try', async () => {
  const interest = `/interests/${staff.personOf('member')}/${randomUUID()}`;
  const unit = staff.unitOf('library');
  await does('member', interest, { unit, reason: 'My brother reads there', from: FROM });
  const [line] = await desk('member', '/close-outs', { leadUnit: unit });
  expect(line).toMatchObject({
    judges: [
      {
        person: staff.personOf('member'),
        keptBy: 'is-recused',
        conflicts: [{ unit, kind: 'declared', through: unit }],
      },
    ],
  });
  const closeOut = `/tasks/${String(line?.['taskId'])}/close-out/${String(line?.['id'])}`;
  await isTold('member', 'verifier-is-recused', 403, `${closeOut}/rejection`, { missing: 'A book' });
  await does('head', `${closeOut}/rejection`, { missing: 'A thermometer' });
  expect(await desk('head', '/close-outs', { leadUnit: unit })).toEqual([]);
});

it('a fix is looked at again by the team, when that falls due', async () => {
  const { taskId, at } = await task('school', '2022-10-31', '2022-09-20');
  const closeOut = await closeOutOf('school', at, '2022-09-21');
  const seen = { seen: 'Hot soup', where: 'Canteen', on: '2022-09-21' };
  await does('head', `${closeOut}/verification`, seen, '2022-09-21');
  const skipping = { ground: 'secrecy', reason: 'It names a pupil' };
  await does('office', `${closeOut}/notice/skip`, skipping, '2022-09-22');
  const closing = { entryId: closeOut.split('/').at(-1), outcome: 'The soup is hot' };
  await does('office', `${at}/closing`, closing, '2022-09-22');

  expect(await desk('head', '/look-backs', { team, due: '2022-12-21' })).toEqual([]);
  expect(await desk('head', '/look-backs', { team, due: '2022-12-22' })).toMatchObject([
    { id: taskId, teams: [team], judges: [{ conflicts: [] }, { conflicts: [] }] },
  ]);
  expect(tasksOn(await desk('office', '/look-backs', { unpaired: 'true' }), 'id')).toEqual([]);
  const looked = { found: 'lasting', seen: 'Still hot', where: 'Canteen', on: '2022-12-22' };
  await does('member', `${at}/look-backs/${randomUUID()}`, looked, '2022-12-22');
  expect(await desk('head', '/look-backs', { team })).toEqual([]);
  closedTask = taskId;
});

it('a review waits for somebody else than who wrote what is contested', async () => {
  const { at } = await task('school', '2099-12-31');
  await does('school', `${at}/reviews/${randomUUID()}`, { reason: 'The soup is not ours' });
  const pending = { status: 'pending', team };
  expect(await desk('office', '/reviews', pending)).toMatchObject([{ teams: [team], judges: [{}, {}] }]);
  const kept = (who: Who) => desk(who, '/reviews', { status: 'pending' });
  expect(await kept('office')).toMatchObject([{ judges: [{ keptBy: 'is-an-author' }] }]);
  expect((await kept('head'))[0]?.['judges']).toEqual([{ person: staff.personOf('head'), conflicts: [] }]);
});

it('whether anybody was conflicted is told as of the day of each act, also by what came to light later', async () => {
  const [head, member] = [staff.personOf('head'), staff.personOf('member')];
  expect(await acts('office', 'task', closedTask)).toMatchObject({
    verdicts: { clear: 2 },
    rows: [
      { act: 'verified', person: head, on: '2022-09-21', verdict: 'clear', wasChecked: true },
      { act: 'looked-back', person: member, on: '2022-12-22', verdict: 'clear', wasChecked: true },
    ],
  });

  const { operatorToken: token } = system;
  const arranged = (path: string, body: object) =>
    callerOf(system.url)('PUT', `/api${path}`, { token, body });
  const post = { unit: 'school', title: 'Cook', role: 'unit', from: '2020-01-01' };
  expect(await arranged('/posts/cook', post)).toMatchObject({ status: 200 });
  const held = { from: '2020-01-01', until: '2021-12-31' };
  expect(await arranged('/posts/cook/holders/R-head', held)).toMatchObject({ status: 200 });
  expect(await acts('office', 'task', closedTask, '&only=conflicts')).toMatchObject({
    verdicts: { clear: 1, 'not-known-then': 1 },
    rows: [
      {
        act: 'verified',
        person: head,
        known: { conflicts: [] },
        conflictsNow: [{ unit: staff.unitOf('school'), kind: 'belongs', until: '2021-12-31' }],
      },
    ],
  });
  expect(await acts('head', 'task', closedTask)).toMatchObject({ status: 404 });
});

it('and an override shows, with its reason', async () => {
  const [line] = await desk('office', '/tasks', { leadUnit: staff.unitOf('library') });
  const closeOut = await closeOutOf('library', `/tasks/${String(line?.['id'])}`);
  const leave = {
    unit: staff.unitOf('library'),
    reason: 'Nobody else is there this week',
    from: today,
    until: '2099-12-31',
  };
  await does('office', `/recusal/overrides/${staff.personOf('member')}/${randomUUID()}`, leave);
  await does('member', `${closeOut}/rejection`, { missing: 'A thermometer, still' });
  expect(await acts('office', 'case', String(line?.['caseId']), '&only=conflicts')).toMatchObject({
    verdicts: { clear: 1, overridden: 1 },
    rows: [
      {
        act: 'rejected',
        verdict: 'overridden',
        known: { conflicts: [{ kind: 'declared' }], overrides: [{ reason: leave.reason }] },
      },
    ],
  });
});
