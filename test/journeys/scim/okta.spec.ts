import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postIdOf, unitIdOf } from '@redress/contracts/directory/ids';
import { DirectoryModule } from '../../../services/directory/src/directory.module.js';
import { IdentityModule } from '../../../services/identity/src/identity.module.js';
import { startSystem, type System } from '../system.js';
import { Connector, ENTERPRISE, failed, GROUP, membersOf, USER } from './connector.js';

// The requests that Okta documents, and of whoever asks without the right key.

let system: System;
let okta: Connector;
let id = '';
const group = `/Groups/${postIdOf('P01')}`;

beforeAll(async () => {
  system = await startSystem({ directory: DirectoryModule, identity: IdentityModule });
  okta = await Connector.at(system, ['P01', 'P02']);
  expect((await okta.byOperator('PUT', '/people/R-1001', { name: 'Ann Smith' })).status).toBe(200);
});

afterAll(() => system.stop());

const sent = {
  schemas: [USER, ENTERPRISE],
  userName: 'ann.smith@example.org',
  name: { givenName: 'Ann', familyName: 'Smith' },
  emails: [{ primary: true, value: 'ann.smith@example.org', type: 'work' }],
  displayName: 'Ann Smith',
  locale: 'en-US',
  externalId: '00ujl29u0le5T6Aj10h7',
  groups: [],
  password: '1mz050nq',
  active: true,
  [ENTERPRISE]: { employeeNumber: 'R-1001' },
};

describe('a key', () => {
  it('is for this alone, and nothing else is for this', async () => {
    const config = '/ServiceProviderConfig';
    expect((await okta.ask('GET', config)).status).toBe(200);
    expect(failed(await okta.ask('GET', config, undefined, 'rdr_guessed'))[0]).toBe(401);
    const operator = await okta.ask('GET', config, undefined, system.operatorToken);
    expect(operator).toMatchObject({
      status: 403,
      body: { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '403' },
    });
    for (const path of ['/units', '/posts', '/people/R-1001', '/tokens'])
      expect([path, (await okta.ask('GET', `/../../api${path}`)).status]).toEqual([path, 403]);
    expect((await okta.ask('PUT', '/../../api/units/x', { name: 'X', from: '2020-01-01' })).status).toBe(403);
  });

  it('is told what there is', async () => {
    const schemas = await okta.ask('GET', '/Schemas');
    expect((schemas.body['Resources'] as readonly { id: string }[]).map((schema) => schema.id)).toEqual([
      USER,
      ENTERPRISE,
      GROUP,
      'urn:redress:params:scim:schemas:extension:1.0:Post',
    ]);
    expect((await okta.ask('GET', `/Schemas/${ENTERPRISE}`)).body).toMatchObject({
      attributes: [{ name: 'employeeNumber', required: true, mutability: 'immutable', uniqueness: 'server' }],
    });
    expect((await okta.ask('GET', '/ResourceTypes/User')).body).toMatchObject({ endpoint: '/Users' });
    expect(failed(await okta.ask('GET', '/ResourceTypes/Car'))[0]).toBe(404);
    expect((await okta.ask('GET', '/ServiceProviderConfig')).body).toMatchObject({
      patch: { supported: true },
      filter: { supported: true, maxResults: 200 },
    });
  });
});

describe('a user', () => {
  it('whom we know by the number is taken over, with the id that they have', async () => {
    const filter = encodeURIComponent('userName eq "ann.smith@example.org"');
    const asked = await okta.ask('GET', `/Users?filter=${filter}&startIndex=1&count=100`);
    expect(asked.body).toMatchObject({ totalResults: 0, Resources: [] });
    const created = await okta.ask('POST', '/Users', sent);
    expect(created).toMatchObject({ status: 201, body: { userName: sent.userName } });
    expect(created.body).not.toHaveProperty('password');
    id = String(created.body['id']);
    const { body } = await okta.byOperator('GET', '/people/R-1001');
    expect(body).toEqual({ person: id });
  });

  it('is listed by pages', async () => {
    const { body } = await okta.ask('GET', '/Users?startIndex=2&count=1&attributes=userName');
    expect(body).toMatchObject({ totalResults: 2, startIndex: 2, itemsPerPage: 1 });
    expect(failed(await okta.ask('GET', '/Users?filter=shoeSize+eq+1'))).toEqual([
      400,
      'invalidFilter',
      'shoeSize',
    ]);
    expect(failed(await okta.ask('GET', '/Users?count=all'))).toEqual([400, 'invalidValue', 'count']);
  });

  it('is replaced as a whole, and a repeat changes nothing', async () => {
    const { body } = await okta.ask('GET', `/Users/${id}`);
    const anew = {
      ...sent,
      ...body,
      displayName: 'Ann Miller',
      name: { givenName: 'Ann', familyName: 'Miller' },
    };
    const replaced = await okta.ask('PUT', `/Users/${id}`, anew);
    expect(replaced).toMatchObject({ status: 200, body: { displayName: 'Ann Miller', active: true } });
    expect((await okta.ask('PUT', `/Users/${id}`, anew)).body).toEqual(replaced.body);
    const other = { ...anew, [ENTERPRISE]: { employeeNumber: 'R-1002' } };
    const told = [400, 'mutability', `${ENTERPRISE}:employeeNumber`];
    expect(failed(await okta.ask('PUT', `/Users/${id}`, other))).toEqual(told);
  });

  it('without a number is none', async () => {
    const without = { ...sent, [ENTERPRISE]: {} };
    expect(failed(await okta.ask('POST', '/Users', without))).toEqual([
      400,
      'invalidValue',
      `${ENTERPRISE}:employeeNumber`,
    ]);
    expect(failed(await okta.ask('GET', '/Users/nobody'))[0]).toBe(404);
    expect(failed(await okta.ask('POST', '/Users', [] as object))[1]).toBe('invalidSyntax');
  });
});

describe('a group', () => {
  it('is pushed with members, renamed to what it is, and unlinked', async () => {
    const pushed = { schemas: [GROUP], displayName: 'P01', members: [{ value: id, display: 'Ann' }] };
    const created = await okta.ask('POST', '/Groups', pushed);
    expect([created.status, created.body['id'], membersOf(created)]).toEqual([201, postIdOf('P01'), [id]]);
    const same = { op: 'replace', value: { id: postIdOf('P01'), displayName: 'P01' } };
    expect(membersOf(await okta.patch(group, same))).toEqual([id]);
    const other = { op: 'replace', value: { id: postIdOf('P01'), displayName: 'P02' } };
    expect(failed(await okta.patch(group, other))).toEqual([400, 'mutability', 'displayName']);
    const removed = await okta.patch(group, { op: 'remove', path: `members[value eq "${id}"]` });
    expect(membersOf(removed)).toEqual([]);
    expect(membersOf(await okta.ask('PUT', group, pushed))).toEqual([id]);
    expect((await okta.ask('DELETE', group)).status).toBe(204);
    expect(membersOf(await okta.ask('GET', group))).toEqual([]);
  });

  it('takes no member that there is not', async () => {
    const unknown = { op: 'add', path: 'members', value: [{ value: 'nobody' }] };
    expect(failed(await okta.patch(group, unknown))).toEqual([400, 'invalidValue', 'members.value']);
    expect(failed(await okta.ask('GET', '/Groups/nothing'))[0]).toBe(404);
  });
});

it('a user is deactivated without a path, comes back, and all of it was done by the connector', async () => {
  await okta.patch(group, { op: 'add', path: 'members', value: [{ value: id }] });
  const left = await okta.patch(`/Users/${id}`, { op: 'replace', value: { active: false } });
  expect(left).toMatchObject({ status: 200, body: { active: false } });
  expect(membersOf(await okta.ask('GET', group))).toEqual([]);
  const back = await okta.ask('PUT', `/Users/${id}`, { ...sent, active: true });
  expect(back).toMatchObject({ status: 200, body: { id, active: true } });
  const { body } = await okta.byOperator('GET', '/people/connector');
  const types = ['PersonDeparted', 'PersonReturned', 'PersonKnownAs', 'PostVacated'];
  const acts = eventsIn(system.folders[0] ?? '').filter(({ type }) => types.includes(type));
  expect(new Set(acts.map(({ type }) => type)).size).toBe(4);
  const actor = { role: 'office', person: body['person'], post: postIdOf('scim'), unit: unitIdOf('it') };
  for (const act of acts) expect(act).toMatchObject({ actor });
});

type Kept = { readonly type: string; readonly actor: object };

const eventsIn = (folder: string): readonly Kept[] => {
  const db = new DatabaseSync(join(folder, 'directory.sqlite'), { readOnly: true });
  const rows = db.prepare('SELECT event FROM events').all() as { readonly event: string }[];
  db.close();
  return rows.map(({ event }) => JSON.parse(event) as Kept);
};
