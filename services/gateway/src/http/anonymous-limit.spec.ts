import type { ExecutionContext } from '@nestjs/common';
import { expect, it } from '@jest/globals';
import { Problem } from '@redress/edge/problems';
import { AnonymousLimit } from './anonymous-limit.js';

const asked = (session?: object) =>
  ({ switchToHttp: () => ({ getRequest: () => ({ session }) }) }) as unknown as ExecutionContext;

it('lets so many through who are not signed in, and everybody who is', () => {
  const limit = new AnonymousLimit();
  const refused: unknown[] = [];
  for (let n = 0; n < 400; n += 1)
    try {
      limit.canActivate(asked());
    } catch (error) {
      refused.push(error);
    }
  expect(refused.length).toBeGreaterThan(50);
  expect(refused.length).toBeLessThanOrEqual(100);
  const [first] = refused;
  if (!(first instanceof Problem)) throw new Error('it must be a problem');
  expect([first.type, first.getStatus()]).toEqual(['too-many-without-a-name', 429]);
  expect(Number(first.more.headers?.['retry-after'])).toBeGreaterThanOrEqual(1);
  expect(limit.canActivate(asked({}))).toBe(true);
});
