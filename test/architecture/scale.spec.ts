import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, it } from '@jest/globals';
import { ROOT } from './sources.js';
import { codesIn, rowsUnder } from './tables.js';

const text = readFileSync(join(ROOT, 'docs/scale.md'), 'utf8');

const numberIn = (cell: string): number => Number(cell.replaceAll(',', ''));
const codeIn = (cell: string): string => codesIn(cell)[0] ?? '';

const known = Object.fromEntries(
  rowsUnder(text, 'What is known').map(([name = '', value = '']) => [codeIn(name), numberIn(value)]),
);
const sums = rowsUnder(text, 'What comes of it').map(
  ([what = '', sum = '', comesTo = '']) => [what, codeIn(sum), comesTo] as const,
);

/** As it is printed: with as many decimals, and otherwise to its last digit that is not a nought. */
const asPrinted = (value: number, printed: string): number => {
  const [whole = '', decimals = ''] = printed.replaceAll(',', '').split('.');
  const step = decimals === '' ? 10 ** (/0*$/.exec(whole)?.[0].length ?? 0) : 10 ** -decimals.length;
  return Math.round(value / step) * step;
};

it('knows what it computes with', () => {
  expect(Object.keys(known).length).toBeGreaterThan(20);
  for (const [name, value] of Object.entries(known)) expect([name, value > 0]).toEqual([name, true]);
});

it.each(sums)('has %s right', (_, sum, printed) => {
  const value = runInNewContext(sum, known) as number;
  expect(asPrinted(value, printed)).toBeCloseTo(numberIn(printed), 6);
});

it('computes with each number that it names', () => {
  const used = sums.map(([, sum]) => sum).join(' ');
  const unused = Object.keys(known).filter((name) => !new RegExp(String.raw`\b${name}\b`).test(used));
  // Measured beside what is used, to be compared with.
  expect(unused).toEqual(['relayedOne']);
});
