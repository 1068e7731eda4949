import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postIdOf } from '@redress/contracts/directory/ids';
import { DirectoryModule } from '../../../services/directory/src/directory.module.js';
import { IdentityModule } from '../../../services/identity/src/identity.module.js';
import { Browser } from '../browser.js';
import { callerOf } from '../caller.js';
import { startSystem, type System } from '../system.js';
import { Connector, ENTERPRISE, failed, GROUP, membersOf, USER } from './connector.js';

// The requests that Entra ID's provisioning service documents, in its order and with its quirks.

let system: System;
let entra: Connector;
let id = '';
const PASSWORD = 'Ann counts 47 grey herons';
const group = `/Groups/${postIdOf('P01')}`;

beforeAll(async () => {
  system = await startSystem({ directory: DirectoryModule, identity: IdentityModule });
  entra = await Connector.at(system, ['P01', 'P02']);
});

afterAll(() => system.stop());

const ann = {
  schemas: [USER, ENTERPRISE],
  externalId: 'a.smith',
  userName: 'Ann.Smith@example.org',
  active: true,
  displayName: 'Ann Smith',
  emails: [{ primary: true, type: 'work', value: 'Ann.Smith@example.org' }],
  meta: { resourceType: 'User' },
  name: { formatted: 'Ann Smith', familyName: 'Smith', givenName: 'Ann' },
  roles: [],
  [ENTERPRISE]: { employeeNumber: 'R-2001', department: 'IT', manager: { value: '26118915' } },
};

it('tests the connection with a user that there is not', async () => {
  const { status, headers, body } = await entra.ask('GET', '/Users?filter=userName+eq+%22non-existing%22');
  expect(status).toBe(200);
  expect(headers.get('content-type')).toMatch(/^application\/scim\+json/);
  expect(body).toMatchObject({ totalResults: 0, startIndex: 1, itemsPerPage: 0, Resources: [] });
});

describe('a user', () => {
  it('is looked for, created, and found again', async () => {
    expect(await entra.found('/Users', 'userName eq "Ann.Smith@example.org"')).toEqual([]);
    const created = await entra.ask('POST', '/Users', ann);
    expect(created).toMatchObject({ status: 201, body: { userName: 'Ann.Smith@example.org', active: true } });
    id = String(created.body['id']);
    const location = `${system.url}/scim/v2/Users/${id}`;
    expect(created.headers.get('location')).toBe(location);
    expect(created.body).toMatchObject({
      displayName: 'Ann Smith',
      externalId: 'a.smith',
      [ENTERPRISE]: { employeeNumber: 'R-2001' },
      meta: { resourceType: 'User', location },
    });
    for (const filter of [
      'userName eq "ann.smith@EXAMPLE.org"',
      'USERNAME EQ "Ann.Smith@example.org"',
      'externalId eq "a.smith"',
      `${ENTERPRISE}:employeeNumber eq "R-2001"`,
      'userName sw "ann." and active eq true',
      'not (userName eq "connector") and displayName co "smith"',
    ])
      expect([filter, (await entra.found('/Users', filter)).map((user) => user['id'])]).toEqual([
        filter,
        [id],
      ]);
  });

  it('is not created twice, nor under a number, or a name, of another', async () => {
    const again = await entra.ask('POST', '/Users', ann);
    expect(failed(again)).toEqual([409, 'uniqueness', `${ENTERPRISE}:employeeNumber`]);
    const other = { ...ann, [ENTERPRISE]: { employeeNumber: 'R-2002' } };
    expect(failed(await entra.ask('POST', '/Users', other))).toEqual([409, 'uniqueness', 'userName']);
  });

  it('is changed by operations in whatever case, with and without a path, and by texts for booleans', async () => {
    const patched = await entra.patch(
      `/Users/${id}`,
      { op: 'Replace', path: 'displayName', value: 'Ann Miller' },
      { op: 'Replace', path: 'emails[type eq "work"].value', value: 'ann.miller@example.org' },
      { op: 'Add', path: `${ENTERPRISE}:department`, value: 'HR' },
      { op: 'Add', value: { 'name.familyName': 'Miller', externalId: 'a.miller' } },
    );
    expect(patched).toMatchObject({
      status: 200,
      body: { displayName: 'Ann Miller', externalId: 'a.miller' },
    });
    const again = await entra.patch(`/Users/${id}`, {
      op: 'replace',
      path: 'DISPLAYNAME',
      value: 'Ann Miller',
    });
    expect(again.body['meta']).toEqual(patched.body['meta']);
  });

  it.each([
    [
      'mutability',
      `${ENTERPRISE}:employeeNumber`,
      { op: 'Replace', path: `${ENTERPRISE}:employeeNumber`, value: 'R-9' },
    ],
    ['mutability', 'id', { op: 'Replace', path: 'id', value: 'x' }],
    ['invalidPath', 'shoeSize', { op: 'Replace', path: 'shoeSize', value: 47 }],
    ['invalidPath', '__proto__', { op: 'Add', path: '__proto__.active', value: true }],
    ['invalidValue', 'active', { op: 'Replace', path: 'active', value: 'perhaps' }],
    ['invalidValue', 'userName', { op: 'Remove', path: 'userName' }],
    ['noTarget', 'Operations[0].path', { op: 'Remove' }],
    ['invalidSyntax', 'Operations[0].op', { op: 'move', path: 'active', value: true }],
  ])('is told %s of %s', async (scimType, field, operation) => {
    expect(failed(await entra.patch(`/Users/${id}`, operation))).toEqual([400, scimType, field]);
  });
});

describe('a group', () => {
  it('is found by the code of the post, and not made', async () => {
    const [found] = await entra.found('/Groups', 'displayName eq "P01"');
    expect(found).toMatchObject({ id: postIdOf('P01'), members: [] });
    const sent = { schemas: [GROUP], displayName: 'Sales', externalId: 'f6a1' };
    expect(failed(await entra.ask('POST', '/Groups', sent))).toEqual([400, 'invalidValue', 'displayName']);
    const { body } = await entra.ask('GET', `${group}?excludedAttributes=members`);
    expect(body).toMatchObject({ displayName: 'P01' });
    expect(body).not.toHaveProperty('members');
  });

  it('has a member, who acts in the post from that moment on', async () => {
    const added = await entra.patch(group, { op: 'Add', path: 'members', value: [{ value: id }] });
    expect([added.status, membersOf(added)]).toEqual([200, [id]]);
    const revision = added.body['meta'];
    const again = await entra.patch(group, { op: 'Add', path: 'members', value: [{ value: id }] });
    expect(again.body['meta']).toEqual(revision);
    const issued = await entra.byOperator('POST', '/tokens', { post: 'P01', rosterNumber: 'R-2001' });
    expect(issued).toMatchObject({ status: 201, body: { actor: { person: id, post: postIdOf('P01') } } });
  });

  it('has one member at a time', async () => {
    const bob = {
      ...ann,
      userName: 'bob@example.org',
      externalId: 'bob',
      displayName: 'Bob',
      [ENTERPRISE]: { employeeNumber: 'R-2003' },
    };
    const created = await entra.ask('POST', '/Users', bob);
    const other = String(created.body['id']);
    const two = await entra.patch(group, { op: 'Add', path: 'members', value: [{ value: other }] });
    expect(failed(two)).toEqual([400, 'invalidValue', 'members']);
    const changed = await entra.patch(
      group,
      { op: 'Remove', path: `members[value eq "${id}"]` },
      { op: 'Add', path: 'members', value: [{ value: other }] },
    );
    expect(membersOf(changed)).toEqual([other]);
    const back = await entra.patch(
      group,
      { op: 'Remove', path: 'members', value: [{ value: other }] },
      { op: 'Add', path: 'members', value: [{ value: id }] },
    );
    expect(membersOf(back)).toEqual([id]);
  });
});

describe('whoever leaves', () => {
  it('acts in nothing from that moment on: not by a token, not by a session, not as a deputy', async () => {
    const token = String(
      (await entra.byOperator('POST', '/tokens', { post: 'P01', rosterNumber: 'R-2001' })).body['token'],
    );
    const call = callerOf(system.url);
    const browser = new Browser(call, system.url);
    const invitation = await entra.byOperator('POST', '/accounts/R-2001/invitation', {});
    const accept = { invitation: invitation.body['invitation'], password: PASSWORD };
    expect((await browser.ask('POST', '/invitations/acceptance', accept)).status).toBe(201);
    expect((await browser.signIn('R-2001', PASSWORD)).status).toBe(201);

    const left = await entra.patch(`/Users/${id}`, { op: 'Replace', path: 'active', value: 'False' });
    expect(left).toMatchObject({ status: 200, body: { active: false } });
    expect(membersOf(await entra.ask('GET', group))).toEqual([]);
    expect((await call('GET', '/api/me', { token })).status).toBe(401);
    const account = await until(
      () => entra.byOperator('GET', '/accounts/R-2001'),
      ({ body }) => body['status'] === 'locked',
    );
    expect(account.body).toMatchObject({ status: 'locked' });
    await until(
      () => browser.ask('GET', '/session'),
      ({ status }) => status === 401,
    );
    expect((await browser.signIn('R-2001', PASSWORD)).status).toBe(401);
    const taken = await entra.byOperator('PUT', '/posts/P01/holders/R-2001', { from: '2030-01-01' });
    expect(taken).toMatchObject({ status: 409, body: { type: '/problems/person-has-left' } });
  });

  it('is found as who is not active, and told so twice changes nothing', async () => {
    const [found] = await entra.found('/Users', 'userName eq "Ann.Smith@example.org"');
    expect(found).toMatchObject({ id, active: false });
    const again = await entra.patch(`/Users/${id}`, { op: 'Replace', path: 'active', value: 'False' });
    expect(again.body['meta']).toEqual(found?.['meta']);
    const joins = await entra.patch(group, { op: 'Add', path: 'members', value: [{ value: id }] });
    expect(failed(joins)).toEqual([400, 'invalidValue', 'members.value']);
  });

  it('is back without any post, and signs in again', async () => {
    const back = await entra.patch(`/Users/${id}`, { op: 'Replace', path: 'active', value: 'True' });
    expect(back).toMatchObject({ status: 200, body: { active: true } });
    expect(membersOf(await entra.ask('GET', group))).toEqual([]);
    const call = callerOf(system.url);
    const signed = await until(
      () => new Browser(call, system.url).signIn('R-2001', PASSWORD),
      ({ status }) => status !== 401,
    );
    expect(signed.status).toBe(201);
  });

  it('is gone when deleted, and the same person when created again', async () => {
    expect((await entra.ask('DELETE', `/Users/${id}`)).status).toBe(204);
    expect(failed(await entra.ask('DELETE', `/Users/${id}`))[0]).toBe(404);
    expect(failed(await entra.ask('GET', `/Users/${id}`))[0]).toBe(404);
    expect(await entra.found('/Users', 'userName eq "Ann.Smith@example.org"')).toEqual([]);
    const again = await entra.ask('POST', '/Users', ann);
    expect(again).toMatchObject({ status: 201, body: { id, active: true } });
  });
});

/** Asks again until it is so, as long as the spec may take. */
const until = async <Answered>(ask: () => Promise<Answered>, isSo: (answer: Answered) => boolean) => {
  for (;;) {
    const answer = await ask();
    if (isSo(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
