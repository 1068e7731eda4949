import { expect, it, jest } from '@jest/globals';
import { lengthOf } from './length-of.js';
import { lines } from './progress.js';

it('says now and then in a log how far it is, how fast, and how long it will still take', () => {
  const now = jest.spyOn(performance, 'now');
  try {
    const said: string[] = [];
    const at = (ms: number): void => void now.mockReturnValue(ms);
    at(0);
    const progress = lines('cases', 100, (line) => said.push(line));
    at(1_000);
    progress.tick();
    at(5_000);
    progress.tick();
    progress.say('line 3: is empty');
    at(10_000);
    progress.end();
    expect(said).toEqual(['cases 2/100 · 0/s · 5 min left', 'line 3: is empty', 'cases 2/100 · 0/s']);
  } finally {
    now.mockRestore();
  }
});

it.each([
  [0, '0 s'],
  [59_000, '59 s'],
  [61_000, '2 min'],
  [3_600_000, '1 h 0 min'],
  [7_800_000, '2 h 10 min'],
])('says %d ms as %s', (ms, text) => {
  expect(lengthOf(ms)).toBe(text);
});
