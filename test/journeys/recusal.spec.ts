import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@redress/messaging/nats-server.testing';
import type { Answer } from './caller.js';
import { TaskAtWork, type Who } from './task-at-work.js';

const DAY_MS = 86_400_000;
const inChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
const dayFromNow = (days: number): string => inChina.format(new Date(Date.now() + days * DAY_MS));
const lastMonth = dayFromNow(-30);
const nextMonth = dayFromNow(30);

let work: TaskAtWork;
let verification: string;

beforeAll(async () => {
  work = await TaskAtWork.start();
  await work.does('canteens', `${work.task}/evidence/${randomUUID()}`, { note: 'Hot' });
  const closeOut = `${work.task}/close-out/${randomUUID()}`;
  await work.does('canteens', closeOut, { summary: 'The soup is hot', unfinished: [] });
  verification = `${closeOut}/verification`;
});
afterAll(() => work.system.stop());

const seen = { seen: 'Hot soup', where: 'Canteen', on: dayFromNow(-1) };
const verifies = (who: Who): Promise<Answer> => work.staff.as(who, 'PUT', verification, seen);
const problem = (status: number, reason: string) => ({ status, body: { type: `/problems/${reason}` } });
const operatorDoes = async (path: string, body: object): Promise<void> => {
  const { operatorToken: token, call } = work.system;
  expect(await call('PUT', `/api${path}`, { token, body })).toMatchObject({ status: 200 });
};
const checked = (who: Who, person: Who): Promise<Answer> => {
  const asked = `person=${work.staff.personOf(person)}&unit=${work.staff.unitOf('canteens')}`;
  return work.staff.as(who, 'GET', `/recusal/check?${asked}`);
};
const override = (person: Who): string => `/recusal/overrides/${work.staff.personOf(person)}/${randomUUID()}`;
const leave = () => ({
  unit: work.staff.unitOf('canteens'),
  reason: 'Nobody else is there this week',
  from: dayFromNow(0),
  until: nextMonth,
});

it('while inspection does not answer, nothing is verified', async () => {
  const pid = work.system.launched.processOf('inspection')?.pid ?? NaN;
  process.kill(pid, 'SIGSTOP');
  try {
    expect(await verifies('team')).toMatchObject(problem(503, 'unavailable'));
  } finally {
    process.kill(pid, 'SIGCONT');
  }
  const { body } = await work.staff.as('office', 'GET', work.task);
  expect(body['status']).toBe('close-out-requested');
});

it('nobody verifies for a unit that they left last month', async () => {
  await operatorDoes('/posts/cook', { unit: 'canteens', title: 'Cook', role: 'unit', from: '2020-01-01' });
  await operatorDoes('/posts/cook/holders/R-team', { from: '2024-01-01', until: lastMonth });
  await eventually(async () => ((await checked('office', 'team')).body['conflicts'] as unknown[]).length > 0);
  expect((await checked('team', 'team')).body['conflicts']).toEqual([
    {
      unit: work.staff.unitOf('canteens'),
      kind: 'belongs',
      through: work.staff.unitOf('canteens'),
      from: '2024-01-01',
      until: lastMonth,
    },
  ]);
  expect(await checked('school', 'team')).toMatchObject(problem(404, 'not-found'));
  expect(await verifies('team')).toMatchObject(problem(403, 'verifier-is-recused'));
});

it('nor for one in which they have an interest', async () => {
  const interest = `/interests/${work.staff.personOf('office')}/${randomUUID()}`;
  const declaration = {
    unit: work.staff.unitOf('canteens'),
    reason: 'My brother cooks there',
    from: lastMonth,
  };
  expect(await work.staff.as('school', 'PUT', interest, declaration)).toMatchObject(
    problem(403, 'not-yours-to-declare'),
  );
  const { position } = await work.does('office', interest, declaration);
  expect(await verifies('office')).toMatchObject(problem(403, 'verifier-is-recused'));
  const listed = await work.staff.as('office', 'GET', `/interests?atLeast=${String(position)}`);
  expect(listed.body['rows']).toMatchObject([declaration]);
  expect((await work.staff.as('team', 'GET', '/interests')).body['rows']).toEqual([]);
});

it('unless the office lets it pass, for somebody else, and what was known is in the history', async () => {
  expect(await work.staff.as('team', 'PUT', override('team'), leave())).toMatchObject(
    problem(403, 'not-the-office'),
  );
  expect(await work.staff.as('office', 'PUT', override('office'), leave())).toMatchObject(
    problem(403, 'not-for-oneself'),
  );
  expect(await work.staff.as('deputy', 'PUT', override('school'), leave())).toMatchObject(
    problem(409, 'nothing-to-override'),
  );
  const given = override('team');
  expect(await work.staff.as('office', 'PUT', given, leave())).toMatchObject(
    problem(403, 'giver-is-recused'),
  );
  const { position } = await work.does('deputy', given, leave());
  const overriddenBy = given.slice(given.lastIndexOf('/') + 1);
  expect(await verifies('team')).toMatchObject({ status: 200 });
  expect(await verifies('team')).toMatchObject({ status: 200 });
  expect(await verifies('office')).toMatchObject(problem(403, 'verifier-is-recused'));

  const overrides = await work.staff.as('team', 'GET', `/recusal/overrides?atLeast=${String(position)}`);
  expect(overrides.body['rows']).toMatchObject([{ id: overriddenBy, ...leave() }]);
  const { body: task } = await work.staff.as('office', 'GET', work.task);
  const history = async () => {
    const { body } = await work.staff.as('office', 'GET', `/cases/${String(task['caseId'])}`);
    return body['entries'] as { type: string; data: { recusal?: unknown } }[];
  };
  await eventually(async () => (await history()).some(({ type }) => type === 'CloseOutVerified'));
  const verified = (await history()).filter(({ type }) => type === 'CloseOutVerified');
  expect(verified).toHaveLength(1);
  expect(verified[0]?.data.recusal).toMatchObject({
    person: work.staff.personOf('team'),
    units: [work.staff.unitOf('canteens')],
    conflicts: [{ kind: 'belongs', until: lastMonth, overriddenBy }],
    facts: { overrides: [{ overrideId: overriddenBy, reason: leave().reason }] },
  });
});
