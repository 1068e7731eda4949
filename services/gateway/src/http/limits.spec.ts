import { EventEmitter } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Problem } from '@redress/edge/problems';
import { SIGNS_IN } from '../session/session.guard.js';
import { AnonymousLimit } from './anonymous-limit.js';
import { setTo } from './limits.js';
import { PrincipalLimit } from './principal-limit.js';

type Asked = {
  readonly method?: string;
  readonly url?: string;
  readonly session?: object;
  readonly marked?: boolean;
  /** Answered as soon as it was let in. */
  readonly isOver?: boolean;
};

const context = ({ method = 'POST', url = '/api/opinions', session, marked, isOver = true }: Asked) => {
  const raw = new EventEmitter();
  const handler = (): void => undefined;
  if (marked) Reflect.defineMetadata(SIGNS_IN, true, handler);
  if (isOver) setImmediate(() => raw.emit('close'));
  return {
    getHandler: () => handler,
    getClass: () => Object,
    switchToHttp: () => ({
      getRequest: () => ({ method, routeOptions: { url }, ...(session && { session }) }),
      getResponse: () => ({ raw }),
    }),
  } as unknown as ExecutionContext;
};

type Limit = { canActivate(context: ExecutionContext): boolean | Promise<boolean> };
const outcome = async (limit: Limit, asked: Asked): Promise<string> => {
  try {
    return String(await limit.canActivate(context(asked)));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.getStatus()).toBe(429);
    expect(Number(error.more.headers?.['retry-after'])).toBeGreaterThanOrEqual(1);
    return error.type;
  }
};
const outcomes = async (limit: Limit, times: number, asked: Asked): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (let n = 0; n < times; n += 1) {
    const one = await outcome(limit, asked);
    counts[one] = (counts[one] ?? 0) + 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return counts;
};

const TOO_MANY = 'too-many-without-a-name';
const someone = { actor: { person: 'p1' }, tokenId: 't1' };

afterEach(() => {
  for (const name of ['REDRESS_ANONYMOUS_A_MINUTE', 'REDRESS_REQUESTS_A_MINUTE', 'REDRESS_REQUESTS_AT_ONCE'])
    Reflect.deleteProperty(process.env, name);
});

describe('of all who are not signed in', () => {
  const begin = (): AnonymousLimit => {
    // So slow that nothing is added while a test runs.
    process.env['REDRESS_ANONYMOUS_A_MINUTE'] = '1';
    return new AnonymousLimit(new Reflector());
  };

  it('so many are let through together, on each route by itself', async () => {
    const limit = begin();
    expect(await outcomes(limit, 400, {})).toEqual({ true: 300, [TOO_MANY]: 100 });
    expect(await outcome(limit, { url: '/api/notices/:noticeId/objections' })).toBe('true');
    expect(await outcome(limit, { method: 'GET', url: '/api/receipts/:receipt' })).toBe('true');
  });

  it('whoever is signed in does not notice, nor do probes, nor is it here that tries to sign in are counted', async () => {
    const limit = begin();
    await outcomes(limit, 301, {});
    expect(await outcome(limit, {})).toBe(TOO_MANY);
    expect(await outcome(limit, { session: someone })).toBe('true');
    expect(await outcomes(limit, 400, { method: 'POST', url: '/api/session', marked: true })).toEqual({
      true: 400,
    });
    expect(await outcomes(limit, 3_100, { method: 'GET', url: '/api/health/live' })).toEqual({ true: 3_100 });
  });

  it('so many are answered at the same time', async () => {
    const limit = begin();
    expect(await outcomes(limit, 101, { isOver: false })).toEqual({ true: 100, [TOO_MANY]: 1 });
  });
});

describe('of one who is signed in', () => {
  it('so many are let through in a minute, whichever token', async () => {
    process.env['REDRESS_REQUESTS_A_MINUTE'] = '3';
    const limit = new PrincipalLimit();
    expect(await outcomes(limit, 3, { session: someone })).toEqual({ true: 3 });
    expect(await outcome(limit, { session: { ...someone, tokenId: 't2' } })).toBe('too-many-requests');
    expect(await outcome(limit, { session: { actor: { person: 'p2' }, tokenId: 't3' } })).toBe('true');
    expect(await outcome(limit, { session: { actor: {}, tokenId: 't4' } })).toBe('true');
  });

  it('so many are answered at the same time', async () => {
    process.env['REDRESS_REQUESTS_AT_ONCE'] = '2';
    const limit = new PrincipalLimit();
    const asked = { session: someone, isOver: false };
    expect(await outcomes(limit, 3, asked)).toEqual({ true: 2, 'too-many-requests': 1 });
    expect(await outcome(limit, { session: { actor: { person: 'p2' } } })).toBe('true');
  });

  it('whoever is not, is not counted here', async () => {
    process.env['REDRESS_REQUESTS_A_MINUTE'] = '1';
    expect(await outcomes(new PrincipalLimit(), 5, {})).toEqual({ true: 5 });
  });
});

it.each(['0', '-1', '1e3', 'many', '1.5'])('is not set to %p', (set) => {
  expect(() => setTo('REDRESS_REQUESTS_A_MINUTE', 1, { REDRESS_REQUESTS_A_MINUTE: set })).toThrow(
    'whole number',
  );
});

it('is as usual when nothing is set', () => {
  expect([setTo('X', 7, {}), setTo('X', 7, { X: '' }), setTo('X', 7, { X: '9' })]).toEqual([7, 7, 9]);
});
