import { describe, expect, it } from '@jest/globals';
import { operator } from '@redress/contracts/directory/organisation.examples';
import { inThirtyDays, now, tokenId } from '@redress/contracts/directory/token.examples';
import type { Session } from '@redress/contracts/directory/who-acts';
import { officer } from '@redress/contracts/rectification/people.examples';
import { Problem } from '@redress/edge/problems';
import { type Asked, envelopeOf } from './envelope.js';

const session: Session = { tokenId, actor: officer, recordsPast: false, expiresAt: inThirtyDays };
const historian = { ...session, recordsPast: true };
const asked = (headers: Asked['headers'] = {}): Asked => ({ method: 'PUT', path: '/api/units/U01', headers });
const refusal = (headers: Asked['headers'], by: Session | undefined) => {
  try {
    return envelopeOf(asked(headers), by, now);
  } catch (error) {
    return error instanceof Problem && [error.type, error.getStatus(), error.more.broken?.[0]?.field];
  }
};

it('says who acts, and that it is now', () => {
  const envelope = envelopeOf(asked(), session, now);
  expect(envelope).toMatchObject({ actor: officer, happenedAt: now });
  expect(envelope).not.toHaveProperty('expectedRevision');
});

it('is of an anonymous submitter when nobody is signed in', () => {
  expect(envelopeOf(asked(), undefined, now).actor).toEqual({ role: 'submitter' });
});

describe('its cause', () => {
  const key = { 'idempotency-key': 'a-key-of-16-chars' };
  const cause = (of: Partial<Asked>, by: Session | undefined) =>
    envelopeOf({ ...asked(key), ...of }, by, now).causationId;

  it('is the same for the same key and content from the same person to the same address, and only then', () => {
    const one = cause({}, session);
    expect(cause({}, { ...session, tokenId: 'other' as typeof tokenId })).toBe(one);
    const others = [
      cause({ path: '/api/units/U02' }, session),
      cause({ method: 'DELETE' }, session),
      cause({ body: { name: 'Library' } }, session),
      cause({ body: { name: 'Archive' } }, session),
      cause({ headers: { 'idempotency-key': 'b-key-of-16-chars' } }, session),
      cause({}, undefined),
      cause({}, { ...session, actor: operator }),
      cause({}, { ...session, actor: operator, tokenId: 'other' as typeof tokenId }),
    ];
    expect(new Set([one, ...others]).size).toBe(others.length + 1);
    expect(cause({}, undefined)).toBe(cause({}, undefined));
    expect(cause({ body: { a: 1 } }, session)).toBe(cause({ body: { a: 1 } }, session));
    const posted = cause({ method: 'POST', body: { a: 1 } }, session);
    expect(cause({ method: 'POST', body: { a: 2 } }, session)).toBe(posted);
  });

  it('is another each time without a key', () => {
    expect(cause({ headers: {} }, session)).not.toBe(cause({ headers: {} }, session));
  });

  it.each(['short', 'x'.repeat(256), 'with a space in it', 'wïth-an-umlaut-in-it', ''])(
    'is not %p',
    (bad) => {
      expect(refusal({ 'idempotency-key': bad }, session)).toEqual(['malformed', 400, 'Idempotency-Key']);
    },
  );

  it.each(['x'.repeat(16), '!'.repeat(255)])('may be %p', (good) => {
    expect(refusal({ 'idempotency-key': good }, session)).toMatchObject({ actor: officer });
  });
});

describe('its expected revision', () => {
  it.each([
    ['"0"', 0],
    ['"12"', 12],
  ])('of If-Match: %s is %d', (tag, revision) => {
    expect(envelopeOf(asked({ 'if-match': tag }), session, now).expectedRevision).toBe(revision);
  });

  it.each(['12', 'W/"12"', '*', '"12", "13"', '"-1"', '"x"', '"1234567890123456"', ''])(
    'is not %s',
    (tag) => {
      expect(refusal({ 'if-match': tag }, session)).toEqual(['malformed', 400, 'If-Match']);
    },
  );
});

describe('its moment', () => {
  const past = { 'happened-at': '2024-01-31T08:00:00.000Z' };

  it('may lie in the past for a token that records it', () => {
    expect(envelopeOf(asked(past), historian, now).happenedAt).toBe(past['happened-at']);
    expect(envelopeOf(asked({ 'happened-at': now }), historian, now).happenedAt).toBe(now);
  });

  it.each([
    ['for another token', past, session, ['may-not-record-the-past', 403, undefined]],
    ['for nobody', past, undefined, ['may-not-record-the-past', 403, undefined]],
    [
      'in the future',
      { 'happened-at': '2026-03-20T08:00:00.001Z' },
      historian,
      ['in-the-future', 422, undefined],
    ],
    ['a day', { 'happened-at': '2024-01-31' }, historian, ['malformed', 400, 'Happened-At']],
    [
      'a local time',
      { 'happened-at': '2024-01-31T08:00:00+08:00' },
      historian,
      ['malformed', 400, 'Happened-At'],
    ],
    [
      'no day at all',
      { 'happened-at': '2024-02-30T08:00:00.000Z' },
      historian,
      ['malformed', 400, 'Happened-At'],
    ],
  ])('but not %s', (_, headers, by, problem) => {
    expect(refusal(headers, by)).toEqual(problem);
  });
});
