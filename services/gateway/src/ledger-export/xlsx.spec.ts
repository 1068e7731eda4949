import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { cellText } from './cell-text.js';
import type { Line } from './csv.js';
import { xlsx } from './xlsx.js';

async function* those(lines: readonly Line[]): AsyncIterable<Line> {
  await Promise.resolve();
  yield* lines;
}

const written = (lines: readonly Line[]): Promise<Buffer> => buffer(xlsx(those(lines), '整改台账', [6, 12]));

/** By another library; it tells an empty cell as null. */
const readBack = async (lines: readonly Line[]): Promise<unknown> =>
  readSheet(await written(lines), { trim: false });

it('is read back by another library, every value as it was written', async () => {
  const lines = [
    ['序号', 'Problem <& "more">', 'Responsible'],
    [1, '三号楼水房漏水\n已有两周 😀', '=1+1'],
    [2, '  blanks before and behind  ', 'tab\there'],
    [12_345, '长'.repeat(40_000), "it's"],
  ];
  expect(await readBack(lines)).toEqual([
    lines[0],
    [1, '三号楼水房漏水\n已有两周 😀', "'=1+1"],
    lines[2],
    [12_345, `${'长'.repeat(32_766)}…`, "it's"],
  ]);
});

it('is read back whatever was written', async () => {
  const text = fc.string({
    unit: fc.constantFrom('a', '<', '&', ']', '>', '"', '\n', '=', '噪', '😀', '\u0000'),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(), text, fc.constant('.')), { minLength: 1, maxLength: 5 }),
      async (lines) => {
        const read = lines.map(([number, words, end]) => [number, cellText(words) || null, end]);
        expect(await readBack(lines)).toEqual(read);
      },
    ),
    { numRuns: 40 },
  );
});

it('has columns beyond Z', async () => {
  const line = Array.from({ length: 60 }, (_, index) => `c${String(index)}`);
  expect(await readBack([line])).toEqual([line]);
});

it('writes no number of a character where somebody wrote what looks like one', async () => {
  const sheet = (await written([['_x0041_ and _x00']])).toString('latin1');
  expect(sheet.startsWith('PK')).toBe(true);
  expect(await readBack([['_x0041_']])).not.toEqual([['A']]);
});

it('fails as its lines do', async () => {
  async function* failing(): AsyncIterable<Line> {
    yield ['one'];
    await Promise.resolve();
    throw new Error('the service is gone');
  }
  await expect(buffer(xlsx(failing(), 'x', []))).rejects.toThrow('the service is gone');
});

it('asks for a few lines more than are read, and for none when nobody reads on', async () => {
  let asked = 0;
  let end: () => void;
  const ended = new Promise<void>((resolve) => (end = resolve));
  async function* endless(): AsyncIterable<Line> {
    try {
      for (; ; asked += 1) {
        await nextTurn();
        yield [randomBytes(20_000).toString('base64')];
      }
    } finally {
      end();
    }
  }
  const file = xlsx(endless(), 'x', []);
  while (asked === 0) await once(file, 'readable').then(() => file.read() as Buffer | null);
  for (let turn = 0; turn < 1_000; turn += 1) await nextTurn();
  expect(asked).toBeLessThan(100);
  file.destroy();
  await ended;
});
