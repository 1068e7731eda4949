import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, it } from '@jest/globals';
import { ROOT } from './sources.js';

const text = readFileSync(join(ROOT, 'docs/scale.md'), 'utf8');

/** The cells of the rows of the table below a heading, without its head. */
const rowsUnder = (heading: string): readonly (readonly string[])[] => {
  const [, below = ''] = text.split(`\n## ${heading}\n`);
  const lines = below.split('\n');
  const first = lines.findIndex((line) => line.startsWith('| -'));
  const table = lines.slice(first + 1);
  return table
    .slice(
      0,
      table.findIndex((line) => !line.startsWith('|')),
    )
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
};

const numberIn = (cell: string): number => Number(cell.replaceAll(',', ''));
const codeIn = (cell: string): string => /^`(.*)`$/.exec(cell)?.[1] ?? '';

const known = Object.fromEntries(
  rowsUnder('What is known').map(([name = '', value = '']) => [codeIn(name), numberIn(value)]),
);
const sums = rowsUnder('What comes of it').map(
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
