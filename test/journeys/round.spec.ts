import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { publishChecklist } from '@redress/contracts/inspection/checklist.examples';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { InspectionModule } from '../../services/inspection/src/inspection.module.js';
import { type Answer, type Call, callerOf } from './caller.js';
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

const FROM = '2026-01-01';
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const [team, round] = [randomUUID(), randomUUID()];
const { checklistId, ...content } = publishChecklist;

let system: System;
let call: Call;
let staff: Staff<Who>;
let last: Answer;

const does = async (who: Who, path: string, body?: object): Promise<Answer> => {
  last = await staff.as(who, 'PUT', path, body);
  expect([path, last.status, last.body['type']]).toEqual([path, 200, undefined]);
  return last;
};
const isTold = async (who: Who, reason: string, status: number, path: string, body: object = {}) => {
  const { status: told, body: problem } = await staff.as(who, 'PUT', path, body);
  expect([path, told, problem['type']]).toEqual([path, status, `/problems/${reason}`]);
};
const sees = async (who: Who, path: string): Promise<Answer['body']> => {
  const sign = path.includes('?') ? '&' : '?';
  const { status, body } = await staff.as(
    who,
    'GET',
    `${path}${sign}atLeast=${String(last.body['position'])}`,
  );
  expect([path, status, body['type']]).toEqual([path, 200, undefined]);
  return body;
};
const arranged = async (path: string, body: object): Promise<void> => {
  const answer = await call('PUT', `/api${path}`, { token: system.operatorToken, body });
  expect([path, answer.status]).toEqual([path, 200]);
};

/** A visit of the round, with both inspectors. */
const planned = async (who: Who): Promise<string> => {
  const visit = randomUUID();
  const plan = { unit: staff.unitOf(who), kind: 'scheduled', on: today, roundId: round };
  await does('head', `/visits/${visit}`, plan);
  const inspectors = [staff.personOf('head'), staff.personOf('member')];
  await does('head', `/visits/${visit}/inspectors`, { inspectors });
  return visit;
};
const answers = {
  minutes: { judgement: 'fails' },
  register: { leftOut: 'The cupboard was locked' },
  hours: { number: 38.5 },
  'who-leads': { choice: 'head' },
  'what-else': { text: '窗台有灰' },
} as const;
const items = Object.keys(answers) as (keyof typeof answers)[];
const answered = (itemId: keyof typeof answers) => ({ entryId: randomUUID(), answer: answers[itemId] });

beforeAll(async () => {
  system = await startSystem({ directory: DirectoryModule, inspection: InspectionModule });
  call = callerOf(system.url);
  staff = await Staff.hired(call, system.operatorToken, roles);
  await arranged('/units/campus', { name: 'Campus', from: '2020-01-01' });
  for (const who of ['school', 'library', 'canteen'] as const)
    await arranged(`/units/${who}`, { name: who, parent: 'campus', from: FROM });
  await does('office', `/checklists/${checklistId}`, content);
  await does('office', `/teams/${team}`, { name: '督查一组', from: FROM });
  for (const who of ['head', 'member'] as const) {
    const part = who === 'head' ? 'head' : 'member';
    await does('office', `/teams/${team}/members/${staff.personOf(who)}`, { part, from: FROM });
  }
  for (const who of ['school', 'library', 'canteen'] as const)
    await does('office', `/teams/${team}/units/${staff.unitOf(who)}`, { from: FROM });
});

afterAll(() => system.stop());

it('is planned over a part of the tree, and nobody has seen anything of it', async () => {
  const { rows } = (await sees('office', '/units')) as { rows: { code: string; id: string }[] };
  const campus = rows.find(({ code }) => code === 'campus')?.id;
  const plan = {
    title: '第一轮督查',
    from: FROM,
    until: '2099-12-31',
    checklistId,
    checklistVersion: 1,
    tree: { unit: campus, itself: false, on: today },
  };
  await isTold('head', 'not-the-office', 403, `/rounds/${round}`, plan);
  await isTold('office', 'no-such-checklist', 422, `/rounds/${round}`, { ...plan, checklistVersion: 7 });
  await does('office', `/rounds/${round}`, plan);
  expect(await sees('office', `/rounds/${round}`)).toMatchObject({ units: 3, status: 'planned' });
  expect(await sees('office', `/rounds/${round}/coverage?limit=2`)).toMatchObject({
    units: 3,
    seen: 0,
    unseen: 3,
    teams: [{ team, units: 3, seen: 0 }],
    rows: { length: 2 },
  });
});

it('has a visit that two inspectors fill in at once, and what the head signs is submitted', async () => {
  const visit = await planned('school');
  const at = `/visits/${visit}`;
  await isTold('member', 'visit-not-open', 409, `${at}/items/minutes`, answered('minutes'));
  await does('member', `${at}/opening`);
  const sent = await Promise.all(
    items.flatMap((itemId) =>
      (['head', 'member'] as const).map((who) =>
        staff.as(who, 'PUT', `${at}/items/${itemId}`, answered(itemId)),
      ),
    ),
  );
  expect(sent.map(({ status }) => status)).toEqual(sent.map(() => 200));
  const met = { name: '王老师', capacity: 'Secretary' };
  await does('head', `${at}/people-met/${randomUUID()}`, met);
  await isTold('member', 'not-signed', 409, `${at}/submission`);
  await isTold('member', 'not-the-head', 403, `${at}/signature`);
  await does('head', `${at}/signature`);
  await does('member', `${at}/submission`);
  expect(await sees('school', at)).toMatchObject({
    status: 'submitted',
    seenOn: today,
    results: { passes: 1, fails: 2, 'does-not-apply': 0, noted: 1, 'left-out': 1 },
  });
  expect(await sees('office', `${at}/entries?which=all`)).toMatchObject({ rows: { length: 11 } });
  expect(await sees('office', `${at}/entries`)).toMatchObject({ rows: { length: 6 } });
  await isTold('member', 'visit-is-submitted', 409, `${at}/items/minutes`, answered('minutes'));
  expect(await sees('office', `/rounds/${round}/coverage`)).toMatchObject({ seen: 1, unseen: 2 });
});

it('keeps out a member who went over to a unit in the middle of it', async () => {
  const visit = await planned('library');
  const at = `/visits/${visit}`;
  await does('member', `${at}/opening`);
  await does('member', `${at}/items/minutes`, answered('minutes'));
  await arranged('/posts/librarian', { unit: 'library', title: 'Librarian', role: 'unit', from: today });
  await arranged('/posts/librarian/holders/R-member', { from: today });
  await isTold('member', 'recused', 403, `${at}/items/hours`, answered('hours'));
  const another = randomUUID();
  const plan = { unit: staff.unitOf('library'), kind: 'unscheduled', on: today, roundId: round };
  await does('office', `/visits/${another}`, plan);
  const inspectors = [staff.personOf('member')];
  await isTold('head', 'recused', 403, `/visits/${another}/inspectors`, { inspectors });
  for (const itemId of items) await does('head', `${at}/items/${itemId}`, answered(itemId));
  await does('head', `${at}/signature`);
  await does('head', `${at}/submission`);
  expect(await sees('office', `/rounds/${round}/coverage`)).toMatchObject({ seen: 2, unseen: 1 });
});

it('takes a batch from where there was no connection once, however often it is sent', async () => {
  const visit = await planned('canteen');
  const at = `/visits/${visit}`;
  const now = new Date().toISOString();
  const entries = items.map((itemId) => ({
    entryId: randomUUID(),
    at: now,
    item: { itemId, answer: answers[itemId] },
  }));
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  const late = { entryId: randomUUID(), at: tomorrow, met: { name: 'Who' } };
  await does('head', `${at}/batch`, { openedAt: now, entries: [...entries.slice(0, 2), late] });
  expect(last.body['refused']).toEqual([{ entryId: late.entryId, reason: 'in-the-future' }]);
  for (const batch of [entries, entries.toReversed(), entries]) {
    await does('head', `${at}/batch`, { openedAt: now, entries: batch });
    expect(last.body['refused']).toEqual([]);
  }
  expect(await sees('office', `${at}/entries?which=all`)).toMatchObject({ rows: { length: 5 } });
  await does('head', `${at}/signature`);
  await does('head', `${at}/submission`);
  expect(await sees('office', `/rounds/${round}/coverage`)).toMatchObject({ seen: 3, unseen: 0, rows: [] });
});

it('shows what a unit said of itself beside what was found there', async () => {
  const visit = randomUUID();
  const at = `/visits/${visit}`;
  await isTold('library', 'may-not-plan-visits', 403, at, {
    unit: staff.unitOf('canteen'),
    kind: 'self-check',
    on: today,
    roundId: round,
  });
  await does('canteen', at, {
    unit: staff.unitOf('canteen'),
    kind: 'self-check',
    on: today,
    roundId: round,
  });
  await does('canteen', `${at}/opening`);
  for (const itemId of items) await does('canteen', `${at}/items/${itemId}`, answered(itemId));
  await does('canteen', `${at}/items/minutes`, { entryId: randomUUID(), answer: { judgement: 'passes' } });
  await does('canteen', `${at}/signature`);
  await does('canteen', `${at}/submission`);
  const asked = `unit=${staff.unitOf('canteen')}&checklistId=${checklistId}&checklistVersion=1`;
  expect(await sees('canteen', `/self-check-comparison?${asked}`)).toMatchObject({
    different: 1,
    items: expect.arrayContaining([
      { itemId: 'minutes', selfCheck: 'passes', inspection: 'fails', differs: true },
    ]),
  });
  expect(await sees('office', `/rounds/${round}/coverage`)).toMatchObject({ seen: 3, selfChecked: 1 });
});

it('is closed, and then nothing is planned in it', async () => {
  await does('office', `/rounds/${round}/closing`);
  const plan = { unit: staff.unitOf('school'), kind: 'scheduled', on: today, roundId: round };
  await isTold('office', 'round-is-closed', 409, `/visits/${randomUUID()}`, plan);
});
