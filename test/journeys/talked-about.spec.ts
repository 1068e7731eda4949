import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { InspectionModule } from '../../services/inspection/src/inspection.module.js';
import { IntakeModule } from '../../services/intake/src/intake.module.js';
import { RectificationModule } from '../../services/rectification/src/rectification.module.js';
import { eventually } from '@redress/messaging/nats-server.testing';
import { type Answer, type Call, callerOf } from './caller.js';
import { Staff } from './staff.js';
import { startSystem, type System } from './system.js';

const roles = {
  office: 'office',
  deputy: 'office',
  leading: 'leading-group',
  inspection: 'inspection',
  logistics: 'unit',
} as const;
type Who = keyof typeof roles;

let system: System;
let call: Call;
let staff: Staff<Who>;
/** Of the lead unit, but not its head. */
let clerk: string;
let last: Answer;

beforeAll(async () => {
  // What happens here happened long ago: no timer is to draw cards for it.
  process.env['REDRESS_TIMER_SECONDS'] = '0';
  system = await startSystem({
    directory: DirectoryModule,
    intake: IntakeModule,
    rectification: RectificationModule,
    inspection: InspectionModule,
  });
  call = callerOf(system.url);
  staff = await Staff.hired(call, system.operatorToken, roles);
  clerk = await hiredClerk();
});

afterAll(() => system.stop());

const hiredClerk = async (): Promise<string> => {
  const arranged = async (method: string, path: string, body: object): Promise<Answer['body']> =>
    (await call(method, `/api${path}`, { token: system.operatorToken, body })).body;
  const from = '2020-01-01';
  await arranged('PUT', '/posts/clerk', { unit: 'logistics', title: 'Clerk', role: 'unit', from });
  await arranged('PUT', '/people/R-clerk', { name: 'clerk' });
  await arranged('PUT', '/posts/clerk/holders/R-clerk', { from });
  const issue = { post: 'clerk', rosterNumber: 'R-clerk', recordsPast: true };
  return String((await arranged('POST', '/tokens', issue))['token']);
};

const does = async (who: Who, path: string, body: object | undefined, day: string): Promise<void> => {
  last = await staff.as(who, 'PUT', path, body, day);
  expect([path, last.status, last.body['type']]).toEqual([path, 200, undefined]);
};
const isTold = async (
  who: Who,
  reason: string,
  status: number,
  path: string,
  body: object | undefined,
  day: string,
) => {
  const { status: told, body: problem } = await staff.as(who, 'PUT', path, body, day);
  expect([path, told, problem['type']]).toEqual([path, status, `/problems/${reason}`]);
};
const sees = async (who: Who, path: string): Promise<Answer['body']> => {
  const sign = path.includes('?') ? '&' : '?';
  return (await staff.as(who, 'GET', `${path}${sign}atLeast=${String(last.body['position'])}`)).body;
};
const onDesk = async (who: Who, path: string): Promise<readonly unknown[]> =>
  (await sees(who, path))['rows'] as readonly unknown[];

/** An opinion that was put on the books. */
const listed = async (): Promise<string> => {
  const issueId = randomUUID();
  const opinion = { channel: 'web-form', title: 'The wash-house leaks', text: 'For two weeks now' };
  const { body: sent } = await call('POST', '/api/opinions', { body: opinion });
  const at = `/api/opinions/${String(sent['opinionId'])}`;
  const token = staff.tokenOf('office');
  await call('PUT', `${at}/acknowledgement`, { token });
  const listing = { issueId, title: 'A leak', problem: 'It leaks', topic: 'housing', severity: 'ordinary' };
  expect(await call('PUT', `${at}/listing`, { token, body: listing })).toMatchObject({ status: 200 });
  const headers = { prefer: 'wait=10' };
  expect(await call('GET', `/api/issues/${issueId}`, { token, headers })).toMatchObject({ status: 200 });
  return issueId;
};

/** By the deputy, so that the office itself wrote nothing but the listing. */
const assigned = async (issueId: string): Promise<string> => {
  const task = `/tasks/${randomUUID()}`;
  const owed = { title: 'Mend it', taskType: 'time-bound', criterion: 'No leak', deadline: '2023-03-31' };
  const units = { leadUnit: staff.unitOf('logistics'), supportingUnits: [] };
  await does('deputy', task, { issues: [issueId], ...owed, ...units }, '2023-03-01');
  return task;
};

const idOf = (path: string): string => String(path.split('/').at(-1));

it('a task is contested, runs late, is talked about, closed, found relapsed, and opened again', async () => {
  const task = await assigned(await listed());

  const review = `${task}/reviews/${randomUUID()}`;
  await isTold('logistics', 'review-is-too-late', 409, review, { reason: 'Late' }, '2023-04-01');
  await does('logistics', review, { reason: 'The left half is not ours' }, '2023-03-31');
  const pending = { id: idOf(review), status: 'pending', answerBy: '2023-04-30' };
  expect(await onDesk('leading', '/reviews?status=pending')).toMatchObject([pending]);
  const halved = { outcome: 'changed', reason: 'It is the city', criterion: 'No leak in the right half' };
  for (const author of ['office', 'deputy'] as const)
    await isTold(author, 'reviewer-is-an-author', 403, `${review}/answer`, halved, '2023-04-03');
  await does('inspection', `${review}/answer`, halved, '2023-05-02');
  expect(await sees('logistics', task)).toMatchObject({
    criterion: halved.criterion,
    reviews: { [idOf(review)]: { answer: { outcome: 'changed', daysLate: 2 } } },
  });

  const talk = `${task}/escalations/${randomUUID()}`;
  const talking = { kind: 'formal-talk', reason: 'Two months, and still wet' };
  await does('office', `${task}/reminders/${randomUUID()}`, { text: 'It was due' }, '2023-04-03');
  await isTold('office', 'no-card-that-grave', 409, talk, talking, '2023-04-03');
  const card = `${task}/cards/${randomUUID()}`;
  await does('office', card, { colour: 'red', reason: 'Nothing was begun' }, '2023-04-10');
  await does('office', talk, talking, '2023-05-10');
  expect(await onDesk('leading', '/escalations?status=proposed')).toMatchObject([
    { id: idOf(talk), kind: 'formal-talk', cardId: idOf(card), proposedBy: staff.personOf('office') },
  ]);
  await isTold('deputy', 'not-the-approver', 403, `${talk}/approval`, undefined, '2023-05-10');
  await isTold(
    'office',
    'escalation-not-approved',
    409,
    `${talk}/record`,
    heldOn('2023-05-10'),
    '2023-05-10',
  );
  await does('leading', `${talk}/approval`, undefined, '2023-05-11');
  const circular = `${task}/escalations/${randomUUID()}`;
  const telling = { kind: 'circular', reason: 'Nothing came of the talk' };
  await isTold('office', 'step-before-not-taken', 409, circular, telling, '2023-05-11');
  await does('office', `${talk}/record`, heldOn('2023-05-12'), '2023-05-15');
  await does('office', circular, telling, '2023-05-20');
  await does('leading', `${circular}/refusal`, { reason: 'They have begun' }, '2023-05-21');
  expect(await onDesk('leading', '/escalations?status=proposed')).toEqual([]);

  const closeOut = await workedOff(task, '2023-05-25');
  const seen = { seen: 'A dry floor', where: 'Wash-house', on: '2023-05-26' };
  await isTold('inspection', 'close-out-not-signed', 409, `${closeOut}/verification`, seen, '2023-05-26');
  await does('logistics', `${closeOut}/signature`, undefined, '2023-05-27');
  await does('inspection', `${closeOut}/verification`, seen, '2023-05-28');
  await does(
    'office',
    `${closeOut}/notice/skip`,
    { ground: 'secrecy', reason: 'A guarded house' },
    '2023-05-29',
  );
  const closing = { entryId: idOf(closeOut), outcome: 'The pipe is new' };
  await does('office', `${task}/closing`, closing, '2023-05-31');
  const line = await sees('office', task);
  expect(line).toMatchObject({
    status: 'closed',
    lookBackOn: '2023-08-31',
    closeOuts: { [idOf(closeOut)]: { signature: 'given', signed: { by: staff.personOf('logistics') } } },
    cards: { [idOf(card)]: { status: 'ended' } },
    escalations: { [idOf(talk)]: { status: 'carried-out' }, [idOf(circular)]: { status: 'refused' } },
  });
  expect(line).not.toHaveProperty('card');

  expect(await onDesk('inspection', '/look-backs?due=2023-08-30')).toEqual([]);
  expect(await onDesk('inspection', '/look-backs?due=2023-08-31')).toMatchObject([{ id: idOf(task) }]);
  const look = { found: 'relapsed', seen: 'A wet floor', where: 'Wash-house', on: '2023-09-01' };
  const looking = `${task}/look-backs/${randomUUID()}`;
  await isTold('logistics', 'not-a-verifier', 403, looking, look, '2023-09-01');
  await does('inspection', looking, look, '2023-09-01');
  expect(await onDesk('inspection', '/look-backs?due=2023-12-31')).toEqual([]);
  await does(
    'office',
    `${task}/reopening`,
    { reason: 'It leaks again', deadline: '2023-10-31' },
    '2023-09-02',
  );
  expect(await sees('logistics', task)).toMatchObject({
    status: 'planned',
    deadline: '2023-10-31',
    lookBacks: { [idOf(looking)]: { found: 'relapsed', on: '2023-09-01' } },
  });
});

it('a task that a review takes back is over, and its issue ends with the reason', async () => {
  const issueId = await listed();
  const task = await assigned(issueId);
  const review = `${task}/reviews/${randomUUID()}`;
  await does('logistics', review, { reason: 'It is the city' }, '2023-03-10');
  await does('leading', `${review}/answer`, { outcome: 'withdrawn', reason: 'It is' }, '2023-03-20');
  expect(await sees('logistics', task)).toMatchObject({ status: 'withdrawn', isOpen: false });
  const reminding = `${task}/reminders/${randomUUID()}`;
  await isTold('office', 'task-is-closed', 409, reminding, { text: 'It was due' }, '2023-04-03');
  const issue = async (): Promise<Answer['body']> =>
    (await staff.as('office', 'GET', `/issues/${issueId}`)).body;
  await eventually(async () => (await issue())['status'] === 'resolved');
  expect(await issue()).toMatchObject({ outcome: 'It is' });
});

const heldOn = (on: string) => ({ on, record: 'The head promised it for June' });

/** All the work is done, and somebody who does not lead the unit asks for close-out. */
const workedOff = async (task: string, day: string): Promise<string> => {
  const person = staff.personOf('logistics');
  await does('logistics', `${task}/acceptance`, { responsible: person }, day);
  const measureId = randomUUID();
  const measure = { measureId, what: 'Mend the pipe', person, due: '2023-03-31', criterion: 'It is dry' };
  await does('logistics', `${task}/plan`, { measures: [measure] }, day);
  await does('logistics', `${task}/progress/${randomUUID()}`, { text: 'Mended', done: [measureId] }, day);
  await does('logistics', `${task}/evidence/${randomUUID()}`, { note: 'Invoice 17' }, day);
  const closeOut = `${task}/close-out/${randomUUID()}`;
  const headers = { 'happened-at': `${day}T04:00:00.000Z` };
  const body = { summary: 'It is dry', unfinished: [] };
  last = await call('PUT', `/api${closeOut}`, { token: clerk, headers, body });
  expect(last.status).toBe(200);
  return closeOut;
};
