import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { timedCardIdOf } from '@redress/contracts/rectification/card-ids';
import type { Day, TaskId } from '@redress/contracts/values';
import { eventually } from '@redress/messaging/nats-server.testing';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { IntakeModule } from '../../services/intake/src/intake.module.js';
import { RectificationModule } from '../../services/rectification/src/rectification.module.js';
import { type Answer, type Call, callerOf } from './caller.js';
import { Staff } from './staff.js';
import { startSystem, type System } from './system.js';

type Who = 'office' | 'chief' | 'logistics' | 'kitchen';

let system: System;
let call: Call;
let staff: Staff<Who>;

beforeAll(async () => {
  process.env['REDRESS_TIMER_SECONDS'] = '0.1';
  system = await startSystem({
    directory: DirectoryModule,
    intake: IntakeModule,
    rectification: RectificationModule,
  });
  call = callerOf(system.url);
  const roles = { office: 'office', chief: 'leading-group', logistics: 'unit', kitchen: 'unit' } as const;
  staff = await Staff.hired(call, system.operatorToken, roles);
});

afterAll(async () => {
  delete process.env['REDRESS_TIMER_SECONDS'];
  await system.stop();
});

const does = async (who: Who, path: string, body?: object, day?: string): Promise<Answer> => {
  const answer = await staff.as(who, 'PUT', path, body, day);
  expect([path, answer.status, answer.body['type']]).toEqual([path, 200, undefined]);
  return answer;
};
const isTold = async (who: Who, reason: string, status: number, path: string, body: object) => {
  const { status: told, body: problem } = await staff.as(who, 'PUT', path, body);
  expect([path, told, problem['type']]).toEqual([path, status, `/problems/${reason}`]);
};

type Card = Readonly<Record<string, unknown>>;
const cardsOf = async (taskId: string, atLeast = ''): Promise<Readonly<Record<string, Card>>> => {
  const { body } = await staff.as('office', 'GET', `/tasks/${taskId}${atLeast && `?atLeast=${atLeast}`}`);
  return (body['cards'] ?? {}) as Readonly<Record<string, Card>>;
};

const appeals = async (who: Who, status: string, { body }: Answer): Promise<Answer['body']> => {
  const desk = `/appeals?status=${status}&atLeast=${String(body['position'])}`;
  return (await staff.as(who, 'GET', desk)).body;
};

/** On the day before the week of the National Day, a task with this deadline. */
const assigned = async (deadline: string): Promise<string> => {
  const [issueId, taskId] = [randomUUID(), randomUUID()];
  const opinion = { channel: 'web-form', title: 'The wash-house leaks', text: 'For two weeks now' };
  const { body: sent } = await call('POST', '/api/opinions', { body: opinion });
  const at = `/opinions/${String(sent['opinionId'])}`;
  await does('office', `${at}/acknowledgement`);
  const listing = { issueId, title: 'A leak', problem: 'It leaks', topic: 'housing', severity: 'ordinary' };
  await does('office', `${at}/listing`, listing);
  const asked = { token: staff.tokenOf('office'), headers: { prefer: 'wait=10' } };
  expect(await call('GET', `/api/issues/${issueId}`, asked)).toMatchObject({ status: 200 });
  const about = { issues: [issueId], title: 'Mend it', taskType: 'time-bound', criterion: 'No leak' };
  const leadUnit = staff.unitOf('logistics');
  await does(
    'office',
    `/tasks/${taskId}`,
    { ...about, leadUnit, supportingUnits: [], deadline },
    '2022-09-26',
  );
  return taskId;
};

it('draws the cards of a deadline over a holiday, and explains each, however late it looks', async () => {
  const taskId = await assigned('2022-09-30');
  await eventually(async () => Object.keys(await cardsOf(taskId)).length === 3);
  const cardId = (colour: 'blue' | 'yellow' | 'red'): string =>
    timedCardIdOf(taskId as TaskId, colour, '2022-09-30' as Day, 0);
  expect(await cardsOf(taskId)).toMatchObject({
    [cardId('blue')]: { rule: 'near-due', dueOn: '2022-09-27', status: 'in-force' },
    [cardId('yellow')]: { rule: 'overdue', dueOn: '2022-10-01', status: 'in-force' },
    [cardId('red')]: { rule: 'long-overdue', dueOn: '2022-10-13', status: 'in-force' },
  });
  const { body } = await staff.as('logistics', 'GET', `/tasks/${taskId}/cards/${cardId('red')}/explanation`);
  expect(body).toMatchObject({
    rule: 'long-overdue',
    dueOn: '2022-10-13',
    sum: { en: 'due Friday 30 Sep + 5 working days, 1–7 Oct holiday, 8 and 9 Oct worked → 12 Oct' },
    agrees: true,
    differences: [],
    notAtHand: [],
    events: [
      { type: 'TaskAssigned', by: staff.personOf('office') },
      { type: 'CardDrawn', role: 'system' },
    ],
  });
  const deadline = await staff.as('logistics', 'GET', `/tasks/${taskId}/deadline/explanation`);
  expect(deadline).toMatchObject({ status: 200, body: { deadline: '2022-09-30', agrees: true } });
  for (const path of [`/cards/${cardId('red')}`, '/deadline'])
    expect((await staff.as('kitchen', 'GET', `/tasks/${taskId}${path}/explanation`)).status).toBe(404);
  expect((await staff.as('office', 'GET', `/tasks/${taskId}/cards/${randomUUID()}/explanation`)).status).toBe(
    404,
  );
});

it('takes a card of the office, an answer and an appeal, which another decides', async () => {
  const taskId = await assigned('2099-12-31');
  const card = `/tasks/${taskId}/cards/${randomUUID()}`;
  const yellow = { colour: 'yellow', reason: 'The photographs show another house' };
  await isTold('logistics', 'not-the-office', 403, card, yellow);
  const drawn = await does('office', card, yellow);
  expect((await does('office', card, yellow)).body).toEqual(drawn.body);
  await isTold('office', 'card-id-is-taken', 409, card, { ...yellow, reason: 'Another' });
  await isTold(
    'office',
    'not-above-the-card-in-force',
    409,
    `/tasks/${taskId}/cards/${randomUUID()}`,
    yellow,
  );
  const { body: told } = await staff.as('office', 'PUT', card, { ...yellow, colour: 'green' });
  expect(told).toMatchObject({ status: 400, errors: { colour: [expect.anything()] } });

  await isTold('kitchen', 'no-such-task', 404, `${card}/answer`, { text: 'It is ours' });
  await does('logistics', `${card}/answer`, { text: 'They show the back' });
  await isTold('logistics', 'card-already-answered', 409, `${card}/answer`, { text: 'They show the front' });
  const decision = { upheld: true, reason: 'It is the back' };
  await isTold('chief', 'not-appealed', 409, `${card}/appeal/decision`, decision);
  const appealed = await does('logistics', `${card}/appeal`, { reason: 'It is our house' });
  const pending = { rows: [{ taskId, colour: 'yellow', reason: 'It is our house', status: 'pending' }] };
  expect(await appeals('chief', 'pending', appealed)).toMatchObject(pending);
  expect(await appeals('logistics', 'pending', appealed)).toMatchObject(pending);
  expect(await appeals('kitchen', 'pending', appealed)).toEqual({ rows: [] });
  await isTold('office', 'decider-drew-the-card', 403, `${card}/appeal/decision`, decision);
  await isTold('logistics', 'not-the-office', 403, `${card}/appeal/decision`, decision);
  const decided = await does('chief', `${card}/appeal/decision`, decision);
  await isTold('chief', 'appeal-already-decided', 409, `${card}/appeal/decision`, {
    ...decision,
    upheld: false,
  });
  expect(await appeals('chief', 'pending', decided)).toEqual({ rows: [] });
  expect(await appeals('chief', 'upheld', decided)).toMatchObject({ rows: [{ decision: decision.reason }] });
  expect(Object.values(await cardsOf(taskId, decided.body['position'] as string))).toEqual([
    expect.objectContaining({
      colour: 'yellow',
      rule: 'office',
      status: 'withdrawn',
      answer: expect.objectContaining({ text: 'They show the back' }),
      appeal: expect.objectContaining({ text: 'It is our house' }),
      decision: expect.objectContaining(decision),
    }),
  ]);
});

it('tells the operator when it last looked, and what came of it', async () => {
  const status = async () => {
    const { body } = await call('GET', '/api/status', { token: system.operatorToken });
    const services = body['services'] as readonly { service: string; timers?: readonly Card[] }[];
    return services.find(({ service }) => service === 'rectification')?.timers?.[0];
  };
  const before = await status();
  expect(before).toMatchObject({ name: 'due', everySeconds: 0.1, failed: 0 });
  expect(before?.['done']).toBe(3);
  await eventually(async () => Number((await status())?.['ticks']) > Number(before?.['ticks']));
});
