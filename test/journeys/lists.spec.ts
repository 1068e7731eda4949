import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { IntakeModule } from '../../services/intake/src/intake.module.js';
import { RectificationModule } from '../../services/rectification/src/rectification.module.js';
import { callerOf } from './caller.js';
import { Staff } from './staff.js';
import { startSystem, type System } from './system.js';

const roles = { office: 'office', leading: 'leading-group', canteens: 'unit', school: 'unit' } as const;
type Who = keyof typeof roles;
type Row = { readonly id: string; readonly title: string };

let system: System;
let staff: Staff<Who>;
let position: unknown;

const inChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
const inDays = (days: number): string => inChina.format(new Date(Date.now() + days * 86_400_000));

const soup = {
  topic: 'canteen',
  severity: 'ordinary',
  title: '=Hot soup',
  lead: 'canteens',
  due: inDays(30),
};
const lamp = {
  topic: '路灯',
  severity: 'serious',
  title: 'Light in the yard',
  lead: 'school',
  due: inDays(40),
};
type Matter = Omit<typeof soup, 'lead'> & { readonly lead: Who };
const [soupTask, lampTask] = [randomUUID(), randomUUID()];

const does = async (who: Who, path: string, body?: object): Promise<void> => {
  const answer = await staff.as(who, 'PUT', path, body);
  expect([path, answer.status, answer.body['type']]).toEqual([path, 200, undefined]);
  position = answer.body['position'];
};

/** From an opinion that came by the hotline to a task of the lead unit, which the school supports. */
const assigned = async (taskId: string, { topic, severity, title, lead, due }: Matter): Promise<void> => {
  const said = { channel: 'hotline', title, text: `About ${title}` };
  const { body } = await staff.as('office', 'POST', '/opinions', said);
  const opinion = `/opinions/${String(body['opinionId'])}`;
  const issueId = randomUUID();
  await does('office', `${opinion}/acknowledgement`);
  await does('office', `${opinion}/listing`, { issueId, title, problem: '三周以来，', topic, severity });
  const waiting = { token: staff.tokenOf('office'), headers: { prefer: 'wait=10' } };
  await callerOf(system.url)('GET', `/api/issues/${issueId}`, waiting);
  const units = {
    leadUnit: staff.unitOf(lead),
    supportingUnits: lead === 'school' ? [] : [staff.unitOf('school')],
  };
  const owed = { title, taskType: 'time-bound', deadline: due, criterion: 'Everybody is content' };
  await does('office', `/tasks/${taskId}`, { issues: [issueId], ...owed, ...units });
};

beforeAll(async () => {
  system = await startSystem({
    directory: DirectoryModule,
    intake: IntakeModule,
    rectification: RectificationModule,
  });
  staff = await Staff.hired(callerOf(system.url), system.operatorToken, roles);
  await assigned(soupTask, soup as Matter);
  await assigned(lampTask, lamp as Matter);
  await does('canteens', `/tasks/${soupTask}/acceptance`, { responsible: staff.personOf('canteens') });
});
afterAll(() => system.stop());

const seen = async (who: Who, path: string) => {
  const sign = path.includes('?') ? '&' : '?';
  return (await staff.as(who, 'GET', `${path}${sign}atLeast=${String(position)}`)).body;
};
const found = async (who: Who, filter: string): Promise<readonly string[]> =>
  ((await seen(who, `/tasks?${filter}`))['rows'] as readonly Row[]).map(({ id }) => id);

const exported = async (who: Who, path: string, language: string): Promise<Buffer> => {
  const headers = { authorization: `Bearer ${staff.tokenOf(who)}`, 'accept-language': language };
  const response = await fetch(`${system.url}/api${path}`, { headers });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
};

it('the ledger is asked by what its issues are about, by units and people, by stage and by days', async () => {
  for (const [filter, ids] of [
    ['topic=canteen', [soupTask]],
    [`topic=${encodeURIComponent('路灯')}&severity=serious`, [lampTask]],
    ['severity=minor', []],
    [`unit=${staff.unitOf('school')}`, [soupTask, lampTask]],
    [`supportingUnit=${staff.unitOf('school')}`, [soupTask]],
    [`responsible=${staff.personOf('canteens')}&stage=in-work`, [soupTask]],
    ['stage=to-accept', [lampTask]],
    ['stage=open&sort=deadline&order=desc', [lampTask, soupTask]],
    [`deadlineFrom=${inDays(31)}&assignedTo=${inDays(0)}`, [lampTask]],
    ['due=overdue', []],
    [`text=${encodeURIComponent('三周以来')}&stage=in-work`, [soupTask]],
  ] as const)
    expect([filter, await found('office', filter)]).toEqual([filter, ids]);
  expect(await found('canteens', 'sort=id')).toEqual([soupTask]);
  expect(await found('canteens', `unit=${staff.unitOf('school')}`)).toEqual([soupTask]);
});

it('it is counted, for each as far as each sees it, and says what is due in a week', async () => {
  const [canteens, school] = [staff.unitOf('canteens'), staff.unitOf('school')];
  expect(await seen('office', '/tasks/facets')).toMatchObject({
    tasks: 2,
    overdue: 0,
    dueThisWeek: 0,
    units: [
      { value: school, tasks: 2 },
      { value: canteens, tasks: 1 },
    ],
    channels: [{ value: 'hotline', tasks: 2 }],
    card: [{ value: null, tasks: 2 }],
  });
  expect(await seen('canteens', '/tasks/facets?stage=open')).toMatchObject({
    tasks: 1,
    topics: [{ value: 'canteen', tasks: 1 }],
  });
  expect(await seen('leading', `/tasks/due?week=${lamp.due}`)).toMatchObject({
    due: 1,
    rows: [{ id: lampTask }],
  });
  expect(await seen('canteens', `/tasks/due?week=${lamp.due}`)).toMatchObject({ due: 0, rows: [] });
});

it('it is taken away as a workbook and as CSV, with the names that the reader may know', async () => {
  const workbook = await exported('office', `/ledger.xlsx?atLeast=${String(position)}`, 'en');
  const [header = [], ...lines] = await readSheet(workbook);
  const at = (name: string): number => header.indexOf(name);
  const line = lines.find((cells) => cells[at('Task')] === soupTask) ?? [];
  expect(lines).toHaveLength(2);
  expect(
    ['Responsible units', 'Source', 'Category', 'Requirement', 'Deadline', 'Responsible person'].map(
      (name) => line[at(name)],
    ),
  ).toEqual(['canteens, school', 'hotline', 'canteen', "'=Hot soup", soup.due, 'canteens']);

  const text = await exported('school', `/ledger.csv?unit=${staff.unitOf('canteens')}`, 'zh');
  const [row, ...more] = parse<Record<string, string>>(text, { bom: true, columns: true });
  expect(more).toEqual([]);
  expect(row).toMatchObject({
    序号: '1',
    责任单位: 'canteens、school',
    问题来源: '热线',
    整改要求: "'=Hot soup",
    责任人: '',
    状态: '已接收',
    任务编号: soupTask,
  });
  const none = await exported('canteens', `/ledger.csv?topic=${encodeURIComponent('路灯')}`, 'en');
  expect(none.toString().split('\r\n')).toHaveLength(2);
});
