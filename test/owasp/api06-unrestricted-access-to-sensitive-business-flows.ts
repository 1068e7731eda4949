import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { refused } from './expected.js';
import { world } from './world.js';

const opinion = { channel: 'web-form', title: 'A lamp', text: 'It is dark' };

describe('API6: unrestricted access to sensitive business flows', () => {
  it('the same opinion sent many times at once under one key is one', async () => {
    const key = randomUUID();
    const sent = await Promise.all(
      Array.from({ length: 8 }, () =>
        world().call('POST', '/api/opinions', {
          token: world().people.tokenOf('library'),
          headers: { 'idempotency-key': key },
          body: opinion,
        }),
      ),
    );
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(sent.map(({ body }) => body['opinionId'])).size).toBe(1);
  });

  it('a key of one person is not that of another', async () => {
    const key = randomUUID();
    const send = (who: 'library' | 'kitchen') =>
      world().call('POST', '/api/opinions', {
        token: world().people.tokenOf(who),
        headers: { 'idempotency-key': key },
        body: opinion,
      });
    const [one, other] = [await send('library'), await send('kitchen')];
    expect(one.body['receipt']).not.toBe(other.body['receipt']);
    expect(one.body['opinionId']).not.toBe(other.body['opinionId']);
  });

  it('nobody erases somebody alone', async () => {
    const person = world().personOf('library');
    const proposal = { ground: 'asked-for', reason: 'They left' };
    expect((await world().as('office', 'PUT', `/people/${person}/erasure`, proposal)).status).toBe(200);
    const alone = await world().leavingNothing(() =>
      world().as('office', 'DELETE', `/people/${person}/personal-data`, {}),
    );
    expect(alone).toEqual(refused(403, 'proposed-by-oneself'));
    const refusal = { reason: 'It was a trial' };
    expect((await world().as('leaders', 'PUT', `/people/${person}/erasure/refusal`, refusal)).status).toBe(
      200,
    );
  });

  it('a unit does not verify, close, or take off the list what it owes', async () => {
    const { taskId } = world();
    const entry = randomUUID();
    for (const [path, type, kind = path.split('/').at(-1) ?? ''] of [
      [`close-out/${entry}/verification`, 'not-a-verifier'],
      [`close-out/${entry}/rejection`, 'not-a-verifier'],
      [`look-backs/${entry}`, 'not-a-verifier', 'look-back'],
      [`close-out/${entry}/notice/skip`, 'not-the-office'],
      [`extensions/${entry}/grant`, 'not-the-office'],
      [`cards/${entry}/appeal/decision`, 'not-the-office'],
      [`escalations/${entry}/approval`, 'not-the-approver'],
    ] as const) {
      const answer = await world().leavingNothing(() =>
        world().as('kitchen', 'PUT', `/tasks/${taskId}/${path}`, BODIES[kind] ?? {}),
      );
      expect([path, answer]).toEqual([path, refused(403, type)]);
    }
  });

  it('an outcome is judged by who holds the receipt, once there is one, and not before', async () => {
    const appraisal = { appraisal: 'satisfied' };
    const early = await world().leavingNothing(() =>
      world().anonymously('PUT', `/receipts/${world().receipt}/appraisal`, appraisal),
    );
    expect(early.status).toBe(409);
    const none = await world().leavingNothing(() =>
      world().anonymously('PUT', '/receipts/AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA/appraisal', appraisal),
    );
    expect(none.status).toBe(404);
  });

  it('a token that enters old files does not write the future', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    const answer = await world().leavingNothing(() =>
      world().call('PUT', '/api/units/U-future', {
        token: world().people.tokenOf('office'),
        headers: { 'happened-at': tomorrow },
        body: { name: 'A unit', from: '2020-01-01' },
      }),
    );
    expect(answer).toEqual(refused(422, 'in-the-future'));
  });
});

const reason = 'Because';
const seen = { seen: 'It is so', where: 'There', on: '2026-01-01' };
const BODIES: Readonly<Record<string, object>> = {
  verification: seen,
  rejection: { missing: reason },
  'look-back': { ...seen, found: 'lasting' },
  skip: { ground: 'security', reason },
  decision: { upheld: true, reason },
};
