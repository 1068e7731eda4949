import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asOne, OUTCOME_LENGTH, shortened } from './outcomes.js';

it('is every outcome, with a blank line between', () => {
  expect(asOne(['The pipe was replaced', 'The cellar is dry'])).toBe(
    'The pipe was replaced\n\nThe cellar is dry',
  );
  expect(asOne(['It is dry'])).toBe('It is dry');
  expect(asOne([])).toBe('');
});

it('cuts the longest first, and all that are too long alike', () => {
  expect(shortened(['a'.repeat(3), 'b'.repeat(9), 'c'.repeat(8)], 18)).toEqual(['aaa', 'bbbb…', 'cccc…']);
  expect(shortened(['a'.repeat(3), 'b'.repeat(7), 'c'.repeat(4)], 18)).toEqual(['aaa', 'bbbbbbb', 'cccc']);
});

it('keeps twenty of the longest outcomes within one event', () => {
  const outcomes = Array.from({ length: 20 }, (_, n) => `${String(n)}. ${'改'.repeat(20_000)}`);
  const told = asOne(outcomes);
  expect(told.length).toBeLessThanOrEqual(OUTCOME_LENGTH);
  for (const n of outcomes.keys()) expect(told).toContain(`${String(n)}. 改`);
  expect(Buffer.byteLength(told)).toBeLessThanOrEqual(300_000);
});

it('never cuts a character in two, and cuts only what has no room', () => {
  const outcome = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(
      fc.array(outcome, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 40, max: 200 }),
      (outcomes, most) => {
        const after = shortened(outcomes, most);
        const whole = outcomes.join('\n\n').length <= most;
        expect(after.join('\n\n').length).toBeLessThanOrEqual(most);
        if (whole) expect(after).toEqual(outcomes);
        else expect(after).not.toEqual(outcomes);
        for (const [index, text] of after.entries()) {
          expect(Buffer.from(text).toString()).toBe(text);
          const kept = text.endsWith('…') && text !== outcomes[index] ? text.slice(0, -1) : text;
          expect(outcomes[index]?.startsWith(kept)).toBe(true);
        }
      },
    ),
  );
});
