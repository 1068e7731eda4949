import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { publishChecklist } from '@redress/contracts/inspection/checklist.examples';
import canonicalize from 'canonicalize';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { InspectionModule } from '../../services/inspection/src/inspection.module.js';
import { type Answer, type Call, callerOf } from './caller.js';
import { Staff } from './staff.js';
import { startSystem, type System } from './system.js';

const roles = {
  office: 'office',
  head: 'inspection',
  member: 'inspection',
  auditor: 'auditor',
  school: 'unit',
  library: 'unit',
  canteen: 'unit',
} as const;
type Who = keyof typeof roles;

const CLI = fileURLToPath(new URL('../../services/cli/dist/main.js', import.meta.url));
const run = promisify(execFile);

const FROM = '2026-01-01';
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const [team, round, report, practice] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
const { checklistId, ...content } = publishChecklist;
const ofRound = `/rounds/${round}`;
const ofReport = `${ofRound}/reports/${report}`;

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
  const asked = `${path}${sign}atLeast=${String(last.body['position'])}`;
  const { status, body } = await staff.as(who, 'GET', asked);
  expect([path, status, body['type']]).toEqual([path, 200, undefined]);
  return body;
};
const isHidden = async (who: Who, path: string): Promise<void> => {
  expect((await staff.as(who, 'GET', path)).status).toBe(404);
};

/** A visit in which the minutes pass or fail, and all else is answered. */
const seen = async (unit: Who, judgement: 'passes' | 'fails'): Promise<string> => {
  const at = `/visits/${randomUUID()}`;
  await does('head', at, { unit: staff.unitOf(unit), kind: 'scheduled', on: today, roundId: round });
  const inspectors = [staff.personOf('head'), staff.personOf('member')];
  await does('head', `${at}/inspectors`, { inspectors });
  await does('member', `${at}/opening`);
  const items = {
    minutes: { judgement },
    register: { leftOut: 'The cupboard was locked' },
    hours: { number: 41 },
    'who-leads': { choice: 'head' },
    'what-else': { text: '窗台有灰' },
  };
  for (const [itemId, answer] of Object.entries(items)) {
    const note = itemId === 'minutes' && judgement === 'fails' ? { note: '缺 1—3 月记录' } : {};
    await does('member', `${at}/items/${itemId}`, { entryId: randomUUID(), answer, ...note });
  }
  await does('member', `${at}/people-met/${randomUUID()}`, { name: '王老师' });
  await does('head', `${at}/signature`);
  await does('member', `${at}/submission`);
  return at;
};

type Figure = { readonly key: string; readonly value: number; readonly events: { readonly count: number } };
const figuresIn = (body: Answer['body']): readonly Figure[] =>
  (body['numbers'] as { readonly figures: readonly Figure[] }).figures;
const valuesOf = (body: Answer['body'], key: string): readonly number[] =>
  figuresIn(body)
    .filter((figure) => figure.key === key)
    .map(({ value }) => value);

beforeAll(async () => {
  system = await startSystem({ directory: DirectoryModule, inspection: InspectionModule });
  call = callerOf(system.url);
  staff = await Staff.hired(call, system.operatorToken, roles);
  await does('office', `/checklists/${checklistId}`, content);
  await does('office', `/teams/${team}`, { name: '督查一组', from: FROM });
  for (const who of ['head', 'member'] as const)
    await does('office', `/teams/${team}/members/${staff.personOf(who)}`, { part: who, from: FROM });
  const units = (['school', 'library', 'canteen'] as const).map((who) => staff.unitOf(who));
  for (const unit of units) await does('office', `/teams/${team}/units/${unit}`, { from: FROM });
  await does('office', ofRound, {
    title: '第一轮督查',
    from: FROM,
    until: '2099-12-31',
    checklistId,
    checklistVersion: 1,
    units,
  });
});

afterAll(() => system.stop());

it('is counted from what was seen, and what is worth copying is noted', async () => {
  const at = await seen('school', 'fails');
  await seen('library', 'passes');
  await isTold('school', 'not-an-inspector-of-the-visit', 403, `${at}/good-practices/${practice}`, {
    text: 'We',
  });
  await does('member', `${at}/good-practices/${practice}`, { text: '学习笔记每周互评' });
  expect(await sees('school', `/good-practices?roundId=${round}`)).toMatchObject({
    rows: [{ id: practice }],
  });
  expect(await sees('library', '/good-practices')).toMatchObject({ rows: [] });
  await isHidden('library', `/good-practices?unit=${staff.unitOf('school')}`);

  const told = await sees('auditor', `${ofRound}/figures`);
  for (const [key, values] of Object.entries({
    'units-in-scope': [3],
    'units-seen': [2],
    'units-unseen': [1],
    'team-units': [3],
    'team-seen': [2],
    visits: [2, 0, 0, 0],
    inspectors: [2],
    'people-met': [2],
    items: [5, 1, 0, 2, 2],
    'item-failed': [1],
    'good-practices': [1],
    overrides: [0],
  }))
    expect([key, valuesOf(told, key)]).toEqual([key, values]);
  expect(valuesOf(told, 'unit-visits').toSorted()).toEqual([0, 1, 1]);
  const sha256 = createHash('sha256')
    .update(canonicalize(told['numbers']) ?? '')
    .digest('hex');
  expect(told['sha256']).toBe(sha256);
  await isHidden('school', `${ofRound}/figures`);
});

const texts = {
  title: '关于第一轮督查情况的专报',
  issuer: '督查办',
  summary: '已督查两个单位。',
  assessment: '总体良好。',
  requirements: '限期整改。',
};

it('is drafted by the office or the head, and signed by those who are named', async () => {
  const signatories = [staff.personOf('office'), staff.personOf('head')];
  await isTold('member', 'may-not-write-reports', 403, ofReport, { ...texts, signatories });
  await isTold('auditor', 'may-not-write-reports', 403, ofReport, { ...texts, signatories });
  await isTold('head', 'nobody-with-this-id', 422, ofReport, { ...texts, signatories: [randomUUID()] });
  await does('head', ofReport, { ...texts, signatories });
  await does('office', ofReport, { ...texts, summary: '已督查二分之三单位。', signatories });
  const draft = (await sees('auditor', ofReport)) as { readonly sha256: string; readonly revision: number };
  expect(draft).toMatchObject({ status: 'drafted', signatures: signatories.map((person) => ({ person })) });
  await isHidden('school', ofReport);
  await isTold('office', 'not-signed-by-all', 409, `${ofReport}/issue`, { number: '1' });
  await isTold('member', 'not-a-signatory', 403, `${ofReport}/signature`, { sha256: draft.sha256 });
  await isTold('head', 'draft-is-another', 409, `${ofReport}/signature`, { sha256: 'a'.repeat(64) });
  await does('office', `${ofReport}/signature`, { sha256: draft.sha256 });
  await does('head', `${ofReport}/signature`, { sha256: draft.sha256 });
  expect(await sees('office', `${ofRound}/reports`)).toMatchObject({
    rows: [{ id: report, status: 'signed' }],
  });
});

it('is issued with its numbers, and nothing that happens later changes it', async () => {
  await does('office', `${ofReport}/issue`, { number: '督查专报〔2026〕1号' });
  const issued = await sees('auditor', `${ofReport}/figures`);
  await seen('canteen', 'fails');
  await does('office', `${ofRound}/closing`);
  expect(await sees('auditor', `${ofReport}/figures`)).toEqual(issued);
  expect(valuesOf(issued, 'units-seen')).toEqual([2]);
  expect(valuesOf(await sees('auditor', `${ofRound}/figures`), 'units-seen')).toEqual([3]);
  expect(await sees('auditor', `${ofReport}/check`)).toMatchObject({
    same: true,
    figures: figuresIn(issued).length,
    sameFigures: figuresIn(issued).length,
    samePositions: true,
  });
  await isTold('office', 'report-is-issued', 409, ofReport, {
    ...texts,
    title: 'Another',
    signatories: [staff.personOf('office')],
  });
});

it('is seen by a unit once the office circulates it', async () => {
  await isHidden('school', ofReport);
  await isTold('head', 'not-the-office', 403, `${ofReport}/circulation`, {});
  await does('office', `${ofReport}/circulation`, { units: [staff.unitOf('school')] });
  expect(await sees('school', ofReport)).toMatchObject({ status: 'issued', number: '督查专报〔2026〕1号' });
  expect(await sees('school', `${ofRound}/reports`)).toMatchObject({ rows: [{ id: report }] });
  expect(await sees('library', `${ofRound}/reports`)).toMatchObject({ rows: [] });
  await isHidden('library', `${ofReport}/figures`);
});

it('is taken away as a document by whoever may read it', async () => {
  const taken = async (who: Who, path: string): Promise<Response> => {
    const headers = { authorization: `Bearer ${staff.tokenOf(who)}`, 'accept-language': 'zh-CN' };
    return fetch(`${system.url}/api${path}`, { headers });
  };
  const word = await taken('auditor', `${ofReport}/report.docx`);
  expect([word.status, word.headers.get('x-content-type-options')]).toEqual([200, 'nosniff']);
  expect(Buffer.from(await word.arrayBuffer()).toString('latin1', 0, 2)).toBe('PK');
  const page = await (await taken('auditor', `${ofReport}/report.html`)).text();
  expect(page).toMatch(
    /督查专报〔2026〕1号.*尚未督查的单位：canteen.*缺 1—3 月记录.*学习笔记每周互评.*附件：数据来源/s,
  );
  expect(page).toMatch(/<section class="signatures"><p>office<span>.*<p>head<span>/);
  const unit = await (await taken('school', `${ofReport}/report.html`)).text();
  expect(unit).toMatch(/<section class="signatures"><p>姓名从略<span>.*<p>姓名从略<span>/);
  for (const path of [`${ofReport}/report.docx`, `${ofRound}/report.html`])
    expect((await taken('library', path)).status).toBe(404);
  expect((await taken('office', `${ofRound}/report.docx`)).status).toBe(200);
});

it('is told by the command line, with where each figure comes from, and written into files', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'redress-report-'));
  try {
    const [docx, html] = [join(folder, 'report.docx'), join(folder, 'report.html')];
    const options = ['--docx', docx, '--html', html, '--language', 'zh', '--check'];
    const env = { ...process.env, REDRESS_TOKEN: staff.tokenOf('auditor'), NO_COLOR: '1' };
    const { stdout } = await run(process.execPath, [CLI, '--url', system.url, 'report', round, ...options], {
      env,
    });
    expect(stdout).toMatch(/units-seen +2 +2 +\d+ +\d+\n/);
    expect(stdout).toMatch(/The same comes out of the log: all \d+ figures\.\n$/);
    expect(readFileSync(docx).toString('latin1', 0, 2)).toBe('PK');
    expect(readFileSync(html, 'utf8')).toContain('督查专报〔2026〕1号');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
