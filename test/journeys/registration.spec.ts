import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postIdOf } from '@redress/contracts/directory/ids';
import { eventually } from '@redress/messaging/nats-server.testing';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { IdentityModule } from '../../services/identity/src/identity.module.js';
import { InspectionModule } from '../../services/inspection/src/inspection.module.js';
import { IntakeModule } from '../../services/intake/src/intake.module.js';
import { RectificationModule } from '../../services/rectification/src/rectification.module.js';
import { Browser } from './browser.js';
import { type Answer, type Call, callerOf } from './caller.js';
import { Staff } from './staff.js';
import { startSystem, type System } from './system.js';

// One story: somebody whom nobody has registered asks for it, is found in the roster, opens an account without any mail, speaks
// under their name but not to the unit, and hears the end. And of whoever is refused nothing stays.

const [NUMBER, NAME, PASSWORD] = ['S-20260588', '欧阳自荐', 'eleven quiet kingfishers'];
const [MISTAKEN, WHOSE] = ['S-canary-20260599', '司马错填一字'];

let system: System;
let call: Call;
let staff: Staff<'office' | 'logistics'>;
let oy: Browser;
let code = '';
let invitation = '';
let person = '';
let opinionId = '';
let receipt = '';
const request = randomUUID();
const at = `/registrations/${request}`;

beforeAll(async () => {
  system = await startSystem({
    directory: DirectoryModule,
    identity: IdentityModule,
    intake: IntakeModule,
    rectification: RectificationModule,
    inspection: InspectionModule,
  });
  call = callerOf(system.url);
  staff = await Staff.hired(call, system.operatorToken, { office: 'office', logistics: 'unit' } as const);
});
afterAll(() => system.stop());

const anonymously = (method: string, path: string, body: object, key?: string): Promise<Answer> =>
  call(method, `/api${path}`, { body, ...(key !== undefined && { headers: { 'idempotency-key': key } }) });
const shown = async (path: string, isSo: (answer: Answer) => boolean): Promise<Answer> => {
  let last = await staff.as('office', 'GET', path);
  await eventually(async () => isSo((last = await staff.as('office', 'GET', path))));
  return last;
};
const does = async (path: string, body: object = {}, who: 'office' | 'logistics' = 'office') => {
  const answer = await staff.as(who, 'PUT', path, body);
  expect([path, answer.status, answer.body['type']]).toEqual([path, 200, undefined]);
};

describe('somebody whom nobody registered', () => {
  it('asks for it, and is told a code, the same again for the same key', async () => {
    const typed = { rosterNumber: NUMBER, name: NAME };
    const first = await anonymously('PUT', at, typed, 'asks-for-it-this-once');
    expect(first.status).toBe(200);
    const again = await anonymously('PUT', at, typed, 'asks-for-it-this-once');
    expect(again.body).toEqual(first.body);
    code = String(first.body['code']);
    const { lapsesAt } = first.body;
    const followed = await anonymously('POST', `${at}/state`, { code });
    expect([followed.status, followed.body]).toEqual([200, { status: 'waiting', lapsesAt }]);
    expect(lapsesAt).toMatch(/T\d\d:00:00\.000Z$/);
    expect((await anonymously('POST', `${at}/invitation`, { code })).body).toMatchObject({
      type: '/problems/not-answered-yet',
    });
  });

  it('is nobody yet: no account, and no person', async () => {
    expect((await staff.as('office', 'GET', `/people/${NUMBER}`)).status).toBe(404);
    expect((await new Browser(call, system.url).signIn(NUMBER, PASSWORD)).status).toBe(401);
  });
});

describe('the office', () => {
  it('sees who asks, compares it with the roster, and is on record for having seen it', async () => {
    const { body } = await shown('/registrations?status=waiting', ({ body: page }) =>
      JSON.stringify(page).includes(request),
    );
    expect(body['rows']).toEqual([
      expect.objectContaining({ id: request, status: 'waiting', rosterNumber: NUMBER, name: NAME }),
    ]);
    const seen = await staff.as('office', 'GET', at);
    expect(seen.body).toMatchObject({ id: request, rosterNumber: NUMBER, name: NAME });
    expect(seen.body).not.toHaveProperty('registered');
    expect((await staff.as('logistics', 'GET', at)).status).toBe(404);
    expect((await staff.as('logistics', 'PUT', `${at}/acceptance`, {})).status).toBe(403);
  });

  it('accepts: a person is registered, and what was typed is shown no more', async () => {
    await does(`${at}/acceptance`);
    await does(`${at}/acceptance`);
    const known = await staff.as('office', 'GET', `/people/${NUMBER}`);
    person = String(known.body['personId'] ?? known.body['person']);
    const { body } = await shown(at, (answer) => answer.body['status'] === 'accepted');
    expect(body).toMatchObject({ id: request, person });
    expect(JSON.stringify(body)).not.toContain(NAME);
  });
});

describe('whoever has the code', () => {
  it('fetches the invitation once, and opens an account with it', async () => {
    const state = await anonymously('POST', `${at}/state`, { code });
    expect(state.body).toMatchObject({ status: 'accepted', expiresAt: expect.any(String) });
    const fetched = await anonymously('POST', `${at}/invitation`, { code }, 'fetches-it-this-once');
    expect(fetched.status).toBe(201);
    invitation = String(fetched.body['invitation']);
    const again = await anonymously('POST', `${at}/invitation`, { code }, 'fetches-it-this-once');
    expect(again.body).toEqual(fetched.body);
    const other = await anonymously('POST', `${at}/invitation`, { code });
    expect([other.status, other.body['type']]).toEqual([409, '/problems/invitation-was-fetched']);
    oy = new Browser(call, system.url);
    const opened = await oy.ask('POST', '/invitations/acceptance', { invitation, password: PASSWORD });
    expect(opened.status).toBe(201);
    const later = await anonymously('POST', `${at}/invitation`, { code }, 'fetches-it-this-once');
    expect([later.status, later.body['type']]).toEqual([409, '/problems/invitation-is-over']);
  });

  it('speaks under their name, hidden from the unit, and hears the end', async () => {
    expect(await oy.signIn(NUMBER, PASSWORD)).toMatchObject({
      status: 201,
      body: { actor: { role: 'submitter', person } },
    });
    const sent = await oy.ask('POST', '/opinions', {
      channel: 'web-form',
      title: 'The bicycle shed has no lamp',
      text: 'Since May',
      addressedTo: postIdOf('logistics'),
      signed: true,
      hidden: true,
    });
    ({ opinionId, receipt } = sent.body as { opinionId: string; receipt: string });
    const path = `/opinions/${opinionId}`;
    await does(`${path}/acknowledgement`, {}, 'logistics');
    await does(`${path}/answer`, { answer: 'A lamp hangs there since today' }, 'logistics');
    const byOffice = await shown(path, (answer) => answer.body['status'] === 'answered');
    expect(byOffice.body).toMatchObject({ submitter: person, hidden: true });
    const byUnit = await staff.as('logistics', 'GET', path);
    expect([byUnit.status, JSON.stringify(byUnit.body).includes(person)]).toEqual([200, false]);
    const heard = await call('GET', `/api/receipts/${receipt}`);
    expect([heard.body['status'], JSON.stringify(heard.body)]).toEqual([
      'answered',
      expect.stringContaining('A lamp hangs there since today'),
    ]);
  });
});

describe('whoever is refused', () => {
  it('is told why, and of what was typed nothing can be read any more, in no file and by nobody', async () => {
    const refused = `/registrations/${randomUUID()}`;
    const asked = await anonymously('PUT', refused, { rosterNumber: MISTAKEN, name: WHOSE });
    expect((await staff.as('office', 'GET', refused)).body).toMatchObject({ name: WHOSE });
    await does(`${refused}/refusal`, { reason: 'The roster has another name' });
    await does(`${refused}/refusal`, { reason: 'The roster has another name' });
    const state = await anonymously('POST', `${refused}/state`, { code: asked.body['code'] });
    expect(state.body).toMatchObject({ status: 'refused', reason: 'The roster has another name' });
    for (const path of [refused, '/registrations'])
      expect(JSON.stringify((await staff.as('office', 'GET', path)).body)).not.toMatch(
        new RegExp(`${MISTAKEN}|${WHOSE}`),
      );
    for (const folder of system.folders)
      for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!file.isFile()) continue;
        const bytes = readFileSync(join(file.parentPath, file.name));
        for (const secret of [MISTAKEN, WHOSE, String(asked.body['code'])])
          expect([file.name, secret, bytes.includes(secret)]).toEqual([file.name, secret, false]);
      }
  });
});
