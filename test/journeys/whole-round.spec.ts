import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { unitIdOf } from '@redress/contracts/directory/ids';
import { publishChecklist } from '@redress/contracts/inspection/checklist.examples';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { InspectionModule } from '../../services/inspection/src/inspection.module.js';
import { IntakeModule } from '../../services/intake/src/intake.module.js';
import { RectificationModule } from '../../services/rectification/src/rectification.module.js';
import { type Answer, type Call, callerOf } from './caller.js';
import { Staff } from './staff.js';
import { startSystem, type System } from './system.js';

const roles = { office: 'office', head: 'inspection', member: 'inspection' } as const;
type Who = keyof typeof roles;

/** The units of the sample organisation; with `REDRESS_ROUND_UNITS=500` that many besides, which takes a minute or two. */
const sample = readFileSync(join(import.meta.dirname, '../data/sample-organisation.csv'), 'utf8')
  .split('\n')
  .slice(1)
  .flatMap((line) => line.split(',')[0] ?? []);
const generated = Array.from(
  { length: Number(process.env['REDRESS_ROUND_UNITS'] ?? 0) },
  (_, n) => `unit-${String(n + 1)}`,
);
const codes = [...new Set(sample.filter((code) => code !== '')), ...generated].map((code) => `u-${code}`);
const half = Math.floor(codes.length / 2);
const PATIENCE = 10_000 + codes.length * 1_000;
const AT_ONCE = 8;

const FROM = '2026-01-01';
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const [team, round] = [randomUUID(), randomUUID()];
const { checklistId, ...content } = publishChecklist;
const answers = {
  minutes: { judgement: 'passes' },
  register: { leftOut: 'The cupboard was locked' },
  hours: { number: 38.5 },
  'who-leads': { choice: 'head' },
  'what-else': { text: '窗台有灰' },
} as const;
const items = Object.keys(answers) as (keyof typeof answers)[];

let system: System;
let call: Call;
let staff: Staff<Who>;
let position = '';

const does = async (who: Who, path: string, body?: object): Promise<Answer> => {
  const answer = await staff.as(who, 'PUT', path, body);
  expect([path, answer.status, answer.body['type']]).toEqual([path, 200, undefined]);
  const written = String(answer.body['position']);
  if (written > position) position = written;
  return answer;
};
const arranged = async (path: string, body: object): Promise<void> => {
  const answer = await call('PUT', `/api${path}`, { token: system.operatorToken, body });
  expect([path, answer.status]).toEqual([path, 200]);
};
const eachOf = async <Item>(all: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> => {
  const left = [...all];
  const worker = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await act(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
};
/** All pages of what the office sees. */
const pages = async (path: string): Promise<readonly Answer['body'][]> => {
  const found: Answer['body'][] = [];
  let cursor: string | undefined;
  do {
    const after = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { status, body } = await staff.as('office', 'GET', `${path}&atLeast=${position}${after}`);
    expect([path, status, body['type']]).toEqual([path, 200, undefined]);
    found.push(body);
    cursor = body['next'] as string | undefined;
  } while (cursor !== undefined);
  return found;
};
const rowsOf = (bodies: readonly Answer['body'][]) => bodies.flatMap(({ rows }) => rows as object[]);
const entryFor = (itemId: keyof typeof answers) => ({
  entryId: randomUUID(),
  at: new Date().toISOString(),
  item: { itemId, answer: answers[itemId] },
});

const planned = async (code: string, inspectors: readonly Who[]): Promise<string> => {
  const at = `/visits/${randomUUID()}`;
  await does('head', at, { unit: unitIdOf(code), kind: 'scheduled', on: today, roundId: round });
  await does('head', `${at}/inspectors`, { inspectors: inspectors.map((who) => staff.personOf(who)) });
  await does('head', `${at}/opening`);
  return at;
};
/** Each inspector fills in the same items at once; one sends what was written offline three times. */
const visited = async (code: string, inspectors: readonly Who[]): Promise<void> => {
  const at = await planned(code, inspectors);
  const offline = { entries: items.map(entryFor) };
  const sent = await Promise.all(
    inspectors.flatMap((who) => {
      const batch = who === 'head' ? offline : { entries: items.map(entryFor) };
      const times = who === 'head' ? 3 : 1;
      return Array.from({ length: times }, () => does(who, `${at}/batch`, batch));
    }),
  );
  expect(sent.map(({ body }) => body['refused'])).toEqual(sent.map(() => []));
  await does('head', `${at}/signature`);
  await does('head', `${at}/submission`);
};

beforeAll(async () => {
  system = await startSystem({
    directory: DirectoryModule,
    intake: IntakeModule,
    rectification: RectificationModule,
    inspection: InspectionModule,
  });
  call = callerOf(system.url);
  staff = await Staff.hired(call, system.operatorToken, roles);
  await arranged('/units/campus', { name: 'Campus', from: '2020-01-01' });
  await eachOf(codes, (code) => arranged(`/units/${code}`, { name: code, parent: 'campus', from: FROM }));
  await does('office', `/checklists/${checklistId}`, content);
  await does('office', `/teams/${team}`, { name: '督查一组', from: FROM });
  for (const part of ['head', 'member'] as const)
    await does('office', `/teams/${team}/members/${staff.personOf(part)}`, { part, from: FROM });
  for (const code of codes) await does('office', `/teams/${team}/units/${unitIdOf(code)}`, { from: FROM });
  const plan = { title: '第一轮督查', from: FROM, until: '2099-12-31', checklistId, checklistVersion: 1 };
  const tree = { unit: unitIdOf('campus'), itself: false, on: today };
  await does('office', `/rounds/${round}`, { ...plan, tree });
}, PATIENCE);

afterAll(() => system.stop());

const coverage = () => pages(`/rounds/${round}/coverage?limit=200`);

it(
  'sees every unit, by two inspectors at once, though one goes over to a unit in the middle',
  async () => {
    expect((await coverage())[0]).toMatchObject({ units: codes.length, seen: 0 });
    await eachOf(codes.slice(0, half), (code) => visited(code, ['head', 'member']));
    const [begun] = await coverage();
    expect(begun).toMatchObject({ seen: half, unseen: codes.length - half });

    const [there = '', ...others] = codes.slice(half);
    const at = await planned(there, ['head', 'member']);
    await does('member', `${at}/batch`, { entries: items.slice(0, 2).map(entryFor) });
    await arranged('/posts/new', { unit: there, title: 'Clerk', role: 'unit', from: today });
    await arranged('/posts/new/holders/R-member', { from: today });
    const late = await staff.as('member', 'PUT', `${at}/batch`, { entries: items.slice(2).map(entryFor) });
    expect(late.body['refused']).toMatchObject(items.slice(2).map(() => ({ reason: 'recused' })));
    await does('head', `${at}/batch`, { entries: items.map(entryFor) });
    await does('head', `${at}/signature`);
    await does('head', `${at}/submission`);

    await eachOf(others, (code) => visited(code, ['head', 'member']));
    expect(await coverage()).toMatchObject([{ seen: codes.length, unseen: 0, rows: [] }]);
    const visits = rowsOf(await pages(`/visits?roundId=${round}&status=submitted&limit=50`));
    expect(new Set(visits.map((row) => (row as { unit: string }).unit)).size).toBe(codes.length);
  },
  PATIENCE,
);

it(
  'is found, act by act, to have had nobody who was conflicted, until something comes to light',
  async () => {
    const acts = (more = '') => pages(`/recusal/acts?of=round&id=${round}&limit=50${more}`);
    const rows = rowsOf(await acts()) as { act: string; visitId: string; verdict: string; times: number }[];
    const visits = new Set(rows.map(({ visitId }) => visitId));
    expect(visits.size).toBe(codes.length);
    // Of each visit: planned; two named; opened; two filled in; signed; submitted.
    expect(rows).toHaveLength(codes.length * 8);
    const filledIn = rows.filter(({ act }) => act === 'filled-in');
    // What was sent three times is there once; who went over wrote two of the items before.
    expect(filledIn.reduce((sum, { times }) => sum + times, 0)).toBe(codes.length * 10 - 3);
    // The member wrote in the unit to which they went over today: as is known of that day now, but was not then.
    const conflicts = rowsOf(await acts('&only=conflicts')) as { act: string; verdict: string }[];
    expect(conflicts.map(({ act, verdict }) => [act, verdict])).toEqual([
      ['named', 'not-known-then'],
      ['filled-in', 'not-known-then'],
    ]);

    const [first = ''] = codes;
    await arranged('/posts/former', { unit: first, title: 'Clerk', role: 'unit', from: '2026-01-01' });
    await arranged('/posts/former/holders/R-head', { from: '2026-01-01', until: '2026-02-28' });
    const later = rowsOf(await acts('&only=conflicts')) as { person: string; act: string }[];
    const ofHead = later.filter(({ person }) => person === staff.personOf('head'));
    expect(ofHead.map(({ act }) => act).toSorted()).toEqual([
      'filled-in',
      'named',
      'opened',
      'planned',
      'signed',
      'submitted',
    ]);
  },
  PATIENCE,
);

it(
  'leaves nothing on the desks, which answer for all of its units',
  async () => {
    for (const desk of ['close-outs', 'look-backs', 'reviews'])
      expect(rowsOf([(await staff.as('office', 'GET', `/${desk}?team=${team}`)).body])).toEqual([]);
  },
  PATIENCE,
);
