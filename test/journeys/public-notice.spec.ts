import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { InspectionModule } from '../../services/inspection/src/inspection.module.js';
import { IntakeModule } from '../../services/intake/src/intake.module.js';
import { RectificationModule } from '../../services/rectification/src/rectification.module.js';
import { type Answer, type Call, callerOf } from './caller.js';
import { Staff } from './staff.js';
import { startSystem, type System } from './system.js';

type Who = 'office' | 'logistics' | 'inspection';

let system: System;
let call: Call;
let staff: Staff<Who>;
let last: Answer;

beforeAll(async () => {
  system = await startSystem({
    directory: DirectoryModule,
    intake: IntakeModule,
    rectification: RectificationModule,
    inspection: InspectionModule,
  });
  call = callerOf(system.url);
  const roles = { office: 'office', logistics: 'unit', inspection: 'inspection' } as const;
  staff = await Staff.hired(call, system.operatorToken, roles);
});

afterAll(() => system.stop());

const does = async (who: Who, path: string, body?: object, day?: string): Promise<void> => {
  last = await staff.as(who, 'PUT', path, body, day);
  expect([path, last.status, last.body['type']]).toEqual([path, 200, undefined]);
};
const isTold = async (who: Who, reason: string, status: number, path: string, body: object, day?: string) => {
  const { status: told, body: problem } = await staff.as(who, 'PUT', path, body, day);
  expect([path, told, problem['type']]).toEqual([path, status, `/problems/${reason}`]);
};
const anybodySees = async (path: string): Promise<Answer> => {
  const sign = path.includes('?') ? '&' : '?';
  return call('GET', `/api${path}${sign}atLeast=${String(last.body['position'])}`);
};
const officeSees = async (path: string): Promise<Answer['body']> =>
  (await staff.as('office', 'GET', `${path}?atLeast=${String(last.body['position'])}`)).body;

/** An opinion that was put on the books. */
const listed = async (): Promise<string> => {
  const issueId = randomUUID();
  const opinion = { channel: 'web-form', title: 'The wash-house leaks', text: 'For two weeks now' };
  const { body: sent } = await call('POST', '/api/opinions', { body: opinion });
  const at = `/opinions/${String(sent['opinionId'])}`;
  await does('office', `${at}/acknowledgement`);
  const listing = { issueId, title: 'A leak', problem: 'It leaks', topic: 'housing', severity: 'ordinary' };
  await does('office', `${at}/listing`, listing);
  const asked = { token: staff.tokenOf('office'), headers: { prefer: 'wait=10' } };
  expect(await call('GET', `/api/issues/${issueId}`, asked)).toMatchObject({ status: 200 });
  return issueId;
};

/** A request of the lead unit for a task, and its verification, all on one day. */
const verified = async (task: string, day?: string): Promise<string> => {
  const closeOut = `${task}/close-out/${randomUUID()}`;
  await does('logistics', `${task}/evidence/${randomUUID()}`, { note: `Dry ${randomUUID()}` }, day);
  await does('logistics', closeOut, { summary: 'It is dry', unfinished: [] }, day);
  const seen = { seen: 'A dry floor', where: 'Wash-house', on: day ?? '2022-09-01' };
  await does('inspection', `${closeOut}/verification`, seen, day);
  return closeOut;
};
/** A task with all its work done. */
const workedOff = async (deadline: string, day?: string): Promise<string> => {
  const task = `/tasks/${randomUUID()}`;
  const assignment = {
    issues: [await listed()],
    title: 'Mend it',
    taskType: 'time-bound',
    criterion: 'No leak',
  };
  const leadUnit = staff.unitOf('logistics');
  await does('office', task, { ...assignment, leadUnit, supportingUnits: [], deadline }, day);
  const person = staff.personOf('logistics');
  await does('logistics', `${task}/acceptance`, { responsible: person }, day);
  const measureId = randomUUID();
  const measure = { measureId, what: 'Mend the pipe', person, due: deadline, criterion: 'It is dry' };
  await does('logistics', `${task}/plan`, { measures: [measure] }, day);
  await does('logistics', `${task}/progress/${randomUUID()}`, { text: 'Mended', done: [measureId] }, day);
  return task;
};

const text = 'The pipe of the wash-house was replaced, and the floor is dry.';

it('what was on notice over a holiday is closed once that is over, and every objection answered', async () => {
  const task = await workedOff('2022-10-31', '2022-09-20');
  const closeOut = await verified(task, '2022-09-29');
  const [, , taskId] = task.split('/');
  const board = `/notices/${String(taskId)}`;
  const closing = { entryId: closeOut.split('/').at(-1), outcome: 'The pipe is new' };
  await isTold('office', 'notice-not-published', 409, `${task}/closing`, closing, '2022-09-30');
  await isTold('logistics', 'not-the-office', 403, `${closeOut}/notice`, { text }, '2022-09-30');
  await does('office', `${closeOut}/notice`, { text }, '2022-09-30');
  const term = { from: '2022-09-30', workingDays: 5, to: '2022-10-12', policy: 'default 1' };
  const [noticed] = Object.values((await officeSees(task))['closeOuts'] as Record<string, object>);
  expect(noticed).toMatchObject({ status: 'verified', notice: { text, term } });

  const objection = `${board}/objections/${randomUUID()}`;
  await does('inspection', objection, { text: 'By letter: it drips' }, '2022-10-12');
  await isTold('office', 'notice-is-over', 409, `${board}/objections/${randomUUID()}`, { text: 'x' });
  const raised = Object.values((await officeSees(task))['objections'] as Record<string, object>);
  expect(raised).toEqual([
    { closeOut: closing.entryId, text: 'By letter: it drips', status: 'raised', at: expect.any(String) },
  ]);

  await isTold('office', 'notice-not-over', 409, `${task}/closing`, closing, '2022-10-12');
  await isTold('office', 'objection-unanswered', 409, `${task}/closing`, closing, '2022-10-13');
  const answer = { upheld: false, answer: 'That was the rain' };
  await does(
    'office',
    `${task}/objections/${String(objection.split('/').at(-1))}/answer`,
    answer,
    '2022-10-13',
  );
  expect((await anybodySees(objection)).body).toMatchObject({
    status: 'dismissed',
    answer: 'That was the rain',
  });
  expect((await anybodySees(board)).body).toMatchObject({ status: 'over', until: '2022-10-12' });
  await does('office', `${task}/closing`, closing, '2022-10-13');
  expect(await officeSees(task)).toMatchObject({ status: 'closed', lookBackOn: '2023-01-13' });
  expect((await anybodySees(board)).body).toMatchObject({ status: 'closed' });
});

it('an objection without a name opens the task again, when it is right', async () => {
  const task = await workedOff('2099-12-31');
  const first = await verified(task);
  const [, , taskId] = task.split('/');
  const shown = `/notices/${String(taskId)}`;
  await does('office', `${first}/notice`, { text });

  const { body: board } = await anybodySees('/notices');
  const notice = { title: 'Mend it', text, criterion: 'No leak', unit: 'logistics', status: 'running' };
  expect(board['rows']).toEqual([
    { id: taskId, ...notice, from: expect.any(String), until: expect.any(String) },
  ]);
  expect((await anybodySees(shown)).body).toMatchObject(notice);

  const objectionId = randomUUID();
  const objection = `${shown}/objections/${objectionId}`;
  const body = { text: 'It drips again' };
  const anonymous = await call('PUT', `/api${objection}`, { body });
  expect(anonymous.status).toBe(200);
  expect((await call('PUT', `/api${objection}`, { body })).body).toEqual(anonymous.body);
  last = anonymous;
  expect((await anybodySees(objection)).body).toEqual({ objectionId, status: 'raised' });

  const answering = `${task}/objections/${objectionId}/answer`;
  const right = { upheld: true, answer: 'It does drip' };
  await isTold('logistics', 'not-the-office', 403, answering, right);
  await does('office', answering, right);
  expect((await anybodySees(objection)).body).toEqual({
    objectionId,
    status: 'upheld',
    answer: right.answer,
  });
  expect((await anybodySees(shown)).status).toBe(404);
  expect(await officeSees(task)).toMatchObject({ status: 'planned' });
  const closing = (closeOut: string) => ({ entryId: closeOut.split('/').at(-1), outcome: 'The pipe is new' });
  await isTold('office', 'close-out-objected', 409, `${task}/closing`, closing(first));

  const second = await verified(task);
  const skip = { ground: 'personal-matter', reason: 'The cause was an illness' };
  await isTold('office', 'no-such-skip-ground', 422, `${second}/notice/skip`, { ...skip, ground: 'haste' });
  await does('office', `${second}/notice/skip`, skip);
  await isTold('office', 'notice-already-skipped', 409, `${second}/notice`, { text });
  await does('office', `${task}/closing`, closing(second));
  expect((await anybodySees(shown)).status).toBe(404);

  const again = { reason: 'It drips once more', deadline: '2020-01-01' };
  await isTold('office', 'deadline-before-reopening', 422, `${task}/reopening`, again);
  await does('office', `${task}/reopening`, { ...again, deadline: '2100-01-15' });
  expect(await officeSees(task)).toMatchObject({ status: 'planned', deadline: '2100-01-15' });
});
