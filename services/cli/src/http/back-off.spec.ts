import { expect, it } from '@jest/globals';
import { pauseBefore } from './back-off.js';

it('grows from attempt to attempt, up to three seconds, with a random part', () => {
  for (const [attempt, most] of [
    [0, 50],
    [1, 100],
    [3, 400],
    [20, 3_000],
  ] as const)
    for (let time = 0; time < 20; time += 1) {
      const pause = pauseBefore(attempt, null);
      expect(pause).toBeGreaterThanOrEqual(most / 2);
      expect(pause).toBeLessThanOrEqual(most);
    }
});

it('is at least what the server asks for, in seconds or as a date', () => {
  expect(pauseBefore(0, '7')).toBe(7_000);
  const inTenSeconds = pauseBefore(0, new Date(Date.now() + 10_000).toUTCString());
  expect(inTenSeconds).toBeGreaterThan(8_000);
  expect(inTenSeconds).toBeLessThanOrEqual(10_000);
  expect(pauseBefore(0, 'tomorrow')).toBeLessThanOrEqual(50);
  expect(pauseBefore(0, new Date(0).toUTCString())).toBeLessThanOrEqual(50);
});
