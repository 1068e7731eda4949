import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { checklistIdOf } from '@redress/contracts/inspection/ids';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { InspectionModule } from '../../services/inspection/src/inspection.module.js';
import { type Answer, callerOf } from './caller.js';
import { Staff } from './staff.js';
import { startSystem, type System } from './system.js';

type Who = 'office' | 'head' | 'member' | 'library';

let system: System;
let staff: Staff<Who>;

beforeAll(async () => {
  system = await startSystem({ directory: DirectoryModule, inspection: InspectionModule });
  const roles = { office: 'office', head: 'inspection', member: 'inspection', library: 'unit' } as const;
  staff = await Staff.hired(callerOf(system.url), system.operatorToken, roles);
});
afterAll(() => system.stop());

const team = `/teams/${randomUUID()}`;
const does = async (method: string, path: string, body: object): Promise<Answer['body']> => {
  const answer = await staff.as('office', method, path, body);
  expect([path, answer]).toEqual([path, expect.objectContaining({ status: 200 })]);
  return answer.body;
};
const refused = (status: number, reason: string) => ({ status, body: { type: `/problems/${reason}` } });
const seenOn = async (on: string, atLeast: unknown): Promise<Answer> =>
  staff.as('library', 'GET', `${team}?on=${on}&atLeast=${String(atLeast)}`);

it('a team is formed, paired and left, and shown as it was on a day', async () => {
  const [head, member, library] = [staff.personOf('head'), staff.personOf('member'), staff.unitOf('library')];
  const term = { name: '督查一组', from: '2024-01-01', until: '2024-12-31' };
  expect(await staff.as('head', 'PUT', team, term)).toMatchObject(refused(403, 'may-not-form-teams'));
  expect(await does('PUT', team, term)).toMatchObject({ revision: 0 });
  await does('PUT', `${team}/members/${head}`, { part: 'head', from: '2024-01-01' });
  const second = { part: 'head', from: '2024-02-01' };
  expect(await staff.as('office', 'PUT', `${team}/members/${member}`, second)).toMatchObject(
    refused(409, 'has-a-head-then'),
  );
  await does('PUT', `${team}/members/${member}`, { part: 'member', from: '2024-02-01' });
  await does('PUT', `${team}/units/${library}`, { from: '2024-02-01' });
  await does('PUT', `${team}/units/${library}/liaisons/${member}`, { from: '2024-03-01' });
  await does('DELETE', `${team}/members/${head}`, { until: '2024-05-31' });
  await does('DELETE', `${team}/units/${library}/liaisons/${member}`, { until: '2024-04-30' });
  const { position } = await does('DELETE', `${team}/units/${library}`, { until: '2024-06-30' });

  const april = { members: [{ person: head }, { person: member }], units: [{ unit: library }] };
  expect(await seenOn('2024-04-15', position)).toMatchObject({
    status: 200,
    body: { ...april, name: '督查一组', liaisons: [{ person: member, unit: library, until: '2024-04-30' }] },
  });
  expect((await seenOn('2024-06-01', position)).body).toMatchObject({
    members: [{ person: member, part: 'member' }],
    units: [{ until: '2024-06-30' }],
    liaisons: [],
  });
  expect((await seenOn('2024-07-01', position)).body['units']).toEqual([]);
  expect(await seenOn('2025-01-01', position)).toMatchObject(refused(404, 'not-found'));
  const found = await staff.as('library', 'GET', `/teams?on=2024-04-15&unit=${library}`);
  expect(found.body['rows']).toMatchObject([{ name: '督查一组' }]);
});

it('whoever pairs a unit is warned of members who may not act for it', async () => {
  const other = `/teams/${randomUUID()}`;
  const person = staff.personOf('library');
  const unit = staff.unitOf('library');
  await does('PUT', other, { name: '督查二组', from: '2024-01-01' });
  const joined = await does('PUT', `${other}/members/${person}`, { part: 'substitute', from: '2024-01-01' });
  expect(joined).toMatchObject({ recused: [] });
  expect(await does('PUT', `${other}/units/${unit}`, { from: '2024-01-01' })).toMatchObject({
    recused: [{ person, unit }],
  });
  await does('DELETE', other, { until: '2024-03-31' });
  expect(await staff.as('office', 'DELETE', other, { until: '2024-02-28' })).toMatchObject(
    refused(409, 'ended-otherwise'),
  );
});

it('the checklists that ship are there for everybody, each in its version', async () => {
  const at = `/checklists/${checklistIdOf('required-actions')}`;
  const { status, body } = await staff.as('library', 'GET', at);
  expect([status, body['version']]).toEqual([200, 1]);
  const { title, sections } = body;
  expect(await staff.as('head', 'PUT', at, { title, sections })).toMatchObject(
    refused(403, 'may-not-publish-checklists'),
  );
  expect(await does('PUT', at, { title, sections })).toMatchObject({ version: 1 });
  const ours = { en: 'Required actions here', zh: '本单位规定动作' };
  const { position } = await does('PUT', at, { title: ours, sections });
  expect((await staff.as('library', 'GET', at)).body).toMatchObject({ version: 2, title: ours });
  expect((await staff.as('library', 'GET', `${at}?version=1`)).body).toMatchObject({ version: 1, title });
  expect(await staff.as('library', 'GET', `${at}?version=3`)).toMatchObject(refused(404, 'not-found'));
  const listed = await staff.as('library', 'GET', `/checklists?atLeast=${String(position)}`);
  const rows = listed.body['rows'] as { en: string; version: number }[];
  expect(rows.filter(({ version }) => version === 1)).toHaveLength(4);
  expect(rows).toContainEqual(expect.objectContaining({ ...ours, version: 2 }));
});
