import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Askers, problemOf } from './askers.js';
import type { Answer } from './caller.js';

// Whoever asks to be registered proves nothing: what they learn by it, and what they get of what is another's.

let askers: Askers;

beforeAll(async () => {
  askers = await Askers.start();
});
afterAll(() => askers.stop());

const anonymously = (method: string, path: string, body: object, key?: string): Promise<Answer> =>
  askers.anonymously(method, path, body, key);
const byOperator = (method: string, path: string, body: object = {}): Promise<Answer> =>
  askers.byOperator(method, path, body);
const byOffice = (method: string, path: string, body?: object): Promise<Answer> =>
  askers.staff.as('office', method, path, body);
const asksFor = (rosterNumber: string, name?: string) => askers.asksFor(rosterNumber, name);
const accepted = (at: string): Promise<Answer> => byOffice('PUT', `${at}/acceptance`, {});

describe('asking', () => {
  it('tells nothing of whose number it is: known, with an account, locked, erased, gone, or nobody at all', async () => {
    await askers.registered('A-known');
    await askers.withAccount('A-open');
    await askers.withAccount('A-lock');
    await byOperator('PUT', '/accounts/A-lock/lock', { reason: 'on leave' });
    await askers.registered('A-left');
    await byOperator('PUT', '/people/A-left/departure', {});
    await askers.erased('A-gone');
    const told = [];
    for (const rosterNumber of ['A-nobody', 'A-known', 'A-open', 'A-lock', 'A-gone', 'A-left', 'R-chief'])
      told.push(await asksFor(rosterNumber));
    const looks = told.map(({ asked: { status, headers, body } }) => ({
      status,
      names: [...headers.keys()].toSorted(),
      size: headers.get('content-length'),
      body: { ...body, code: '', position: '' },
    }));
    for (const each of looks) expect(each).toEqual(looks[0]);
    const states = [];
    for (const { at, code } of told) states.push((await anonymously('POST', `${at}/state`, { code })).body);
    for (const each of states) expect(each).toEqual(states[0]);
  });

  it("is followed by its own code alone: a wrong one is told what is told of nobody's request", async () => {
    const { at, code } = await asksFor('A-clock');
    const wrong = await anonymously('POST', `${at}/state`, { code: `${code}x` });
    const nobodys = await anonymously('POST', `/registrations/${randomUUID()}/state`, { code });
    const said = ({ status, body }: Answer) => ({ ...body, status, instance: '' });
    expect(said(wrong)).toEqual(said(nobodys));
    expect(wrong.status).toBe(404);
  });

  it('by the id of another gives nothing away, with the same content neither', async () => {
    const at = `/registrations/${randomUUID()}`;
    const typed = { rosterNumber: 'A-id', name: 'Ann' };
    const first = await anonymously('PUT', at, typed, 'the-key-of-whoever-asked');
    expect(problemOf(await anonymously('PUT', at, typed, 'the-key-of-somebody-else'))).toEqual([
      409,
      '/problems/registration-id-is-taken',
    ]);
    expect(problemOf(await anonymously('PUT', at, typed))).toEqual([
      409,
      '/problems/registration-id-is-taken',
    ]);
    const other = { ...typed, name: 'Bob' };
    expect(problemOf(await anonymously('PUT', at, other, 'the-key-of-whoever-asked'))).toEqual([
      409,
      '/problems/registration-id-is-taken',
    ]);
    expect((await byOffice('GET', at)).body).toMatchObject(typed);
    expect((await anonymously('POST', `${at}/state`, { code: first.body['code'] })).status).toBe(200);
  });

  it('says who asks by nothing else: whoever is signed in there is not on record', async () => {
    const at = `/registrations/${randomUUID()}`;
    const body = { rosterNumber: 'A-signed', name: 'Ann' };
    const { status } = await askers.call('PUT', `/api${at}`, { token: askers.staff.tokenOf('chief'), body });
    expect(status).toBe(200);
    expect(
      (
        await askers.call('PUT', `/api/registrations/${randomUUID()}`, {
          body: { ...body, personId: randomUUID() },
        })
      ).status,
    ).toBe(400);
  });
});

describe('the number of somebody else', () => {
  it('is not handed out with its account: whoever accepts is told that there is one, and nothing changes', async () => {
    await askers.withAccount('B-open');
    const { at, code } = await asksFor('B-open');
    const seen = await byOffice('GET', at);
    expect(seen.body).toMatchObject({ account: 'open', registeredAs: 'B-open', name: 'Somebody Else' });
    for (const answer of [await accepted(at), await byOperator('PUT', `${at}/acceptance`)])
      expect(problemOf(answer)).toEqual([409, '/problems/account-open-already']);
    const fetched = await anonymously('POST', `${at}/invitation`, { code });
    expect(problemOf(fetched)).toEqual([409, '/problems/not-answered-yet']);
    expect((await askers.browser().signIn('B-open', askers.password)).status).toBe(201);
  });

  it('nor when the account is locked, its person has left, or holds a post', async () => {
    await askers.withAccount('B-locked');
    await byOperator('PUT', '/accounts/B-locked/lock', { reason: 'on leave' });
    await askers.registered('B-left');
    await byOperator('PUT', '/people/B-left/departure', {});
    for (const [rosterNumber, reason] of [
      ['B-locked', 'account-locked'],
      ['B-left', 'person-has-left'],
      ['R-chief', 'holds-a-post'],
    ] as const) {
      const { at } = await asksFor(rosterNumber);
      expect([rosterNumber, ...problemOf(await accepted(at))]).toEqual([
        rosterNumber,
        409,
        `/problems/${reason}`,
      ]);
    }
  });

  it('keeps the invitation that its person was handed, and the name that it is registered under', async () => {
    await askers.registered('B-invited');
    const invited = await byOperator('POST', '/accounts/B-invited/invitation', {});
    const { at } = await asksFor('B-invited');
    expect(problemOf(await accepted(at))).toEqual([409, '/problems/invited-already']);
    const accept = { invitation: invited.body['invitation'], password: askers.password };
    expect((await askers.browser().ask('POST', '/invitations/acceptance', accept)).status).toBe(201);
    const person = await askers.registered('B-named');
    const named = await asksFor('B-named', 'A Wrong Name');
    expect((await accepted(named.at)).status).toBe(200);
    const { body } = await byOffice('GET', `/people/${person}/personal-data`);
    expect(JSON.stringify(body)).not.toContain('A Wrong Name');
  });

  it('is accepted once: of two who ask for it, the second is told that somebody was invited', async () => {
    const [one, other] = [await asksFor('B-twice'), await asksFor('B-twice')];
    expect((await accepted(one.at)).status).toBe(200);
    expect(problemOf(await accepted(other.at))).toEqual([409, '/problems/invited-already']);
    expect(problemOf(await anonymously('POST', `${other.at}/invitation`, { code: one.code }))).toEqual([
      404,
      '/problems/no-such-registration',
    ]);
  });
});

describe('whoever was erased', () => {
  it('may ask anew, and is somebody else then; of the one before nothing comes back', async () => {
    const first = await asksFor('E-erased', 'The First');
    expect((await accepted(first.at)).status).toBe(200);
    const before = String((await byOffice('GET', first.at)).body['person']);
    await askers.erased('E-erased');
    const fetched = await anonymously('POST', `${first.at}/invitation`, { code: first.code });
    expect(problemOf(fetched)).toEqual([409, '/problems/invitation-is-over']);
    const anew = await asksFor('E-erased', 'The First');
    expect((await byOffice('GET', anew.at)).body).not.toHaveProperty('registered');
    expect((await accepted(anew.at)).status).toBe(200);
    const { person } = (await byOffice('GET', anew.at)).body;
    expect([typeof person, person === before]).toEqual(['string', false]);
  });
});

describe('the invitation', () => {
  it('is over when its person has left, or the operator invited anew', async () => {
    const left = await asksFor('C-left');
    expect((await accepted(left.at)).status).toBe(200);
    await byOperator('PUT', '/people/C-left/departure', {});
    expect(problemOf(await anonymously('POST', `${left.at}/invitation`, { code: left.code }))).toEqual([
      409,
      '/problems/invitation-is-over',
    ]);
    const anew = await asksFor('C-anew');
    expect((await accepted(anew.at)).status).toBe(200);
    expect((await byOperator('POST', '/accounts/C-anew/invitation', {})).status).toBe(201);
    expect(problemOf(await anonymously('POST', `${anew.at}/invitation`, { code: anew.code }))).toEqual([
      409,
      '/problems/invitation-is-over',
    ]);
  });

  it('is not for who was refused, and what is decided is not decided otherwise', async () => {
    const { at, code } = await asksFor('C-refused');
    const reason = { reason: 'The roster has another name' };
    expect((await byOffice('PUT', `${at}/refusal`, reason)).status).toBe(200);
    expect(problemOf(await accepted(at))).toEqual([409, '/problems/registration-is-refused']);
    expect(problemOf(await anonymously('POST', `${at}/invitation`, { code }))).toEqual([
      409,
      '/problems/registration-is-refused',
    ]);
    const good = await asksFor('C-good');
    expect((await accepted(good.at)).status).toBe(200);
    expect(problemOf(await byOffice('PUT', `${good.at}/refusal`, reason))).toEqual([
      409,
      '/problems/registration-is-accepted',
    ]);
    const nobodys = `/registrations/${randomUUID()}`;
    expect(problemOf(await accepted(nobodys))).toEqual([404, '/problems/no-such-registration']);
  });

  it('of an outdated look is not made, and nobody is registered by it', async () => {
    const { at } = await asksFor('C-stale');
    const stale = { token: askers.staff.tokenOf('office'), headers: { 'if-match': '"7"' }, body: {} };
    expect((await askers.call('PUT', `/api${at}/acceptance`, stale)).status).toBe(412);
    expect((await byOffice('GET', '/people/C-stale')).status).toBe(404);
    const right = { ...stale, headers: { 'if-match': '"0"' } };
    expect((await askers.call('PUT', `/api${at}/acceptance`, right)).status).toBe(200);
  });
});

describe('a flood', () => {
  it('of requests is held off, and reaches nothing else', async () => {
    const statuses: Record<number, number> = {};
    for (let wave = 0; wave < 10; wave += 1) {
      const flood = Array.from({ length: 60 }, () =>
        anonymously('PUT', `/registrations/${randomUUID()}`, { rosterNumber: 'D-flood' }),
      );
      const [waiting, notices] = await Promise.all([
        byOffice('GET', '/registrations?limit=1'),
        askers.call('POST', `/api/registrations/${randomUUID()}/state`, { body: { code: 'x' } }),
      ]);
      expect([waiting.status, notices.status]).toEqual([200, 404]);
      for (const { status } of await Promise.all(flood)) statuses[status] = (statuses[status] ?? 0) + 1;
    }
    expect(Object.keys(statuses)).toEqual(['400', '429']);
  });
});
