import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { fieldText } from './cell-text.js';
import { csv, type Line } from './csv.js';

async function* those(lines: readonly Line[]): AsyncIterable<Line> {
  await Promise.resolve();
  yield* lines;
}

const written = (lines: readonly Line[]): Promise<string> => text(Readable.from(csv(those(lines))));

it('begins with the mark of UTF-8, quotes every text and ends every line as RFC 4180 has it', async () => {
  const lines = [
    ['序号', 'a,b', 'say "yes"'],
    [1, 'two\nlines', ''],
  ];
  expect(await written(lines)).toBe('\uFEFF"序号","a,b","say ""yes"""\r\n1,"two\nlines",""\r\n');
});

it('neutralises what looks like a formula', async () => {
  expect(await written([['=1+1', '@x', '-1']])).toBe(`\uFEFF"'=1+1","'@x","'-1"\r\n`);
});

it('neutralises what looks like a formula to whoever divides by another mark, or begins anew with each line', async () => {
  expect(await written([['a;=1+1', '1\n =2', '-;-', 'a; b=1\n3']])).toBe(
    `\uFEFF"a;'=1+1","1\n' =2","'-;'-","a; b=1\n3"\r\n`,
  );
  const words = fc.string({
    unit: fc.constantFrom('=', '-', ';', '|', '\t', '\n', '"', "'", ' ', '1', ',', '＝'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(words, { minLength: 1 }), async (line) => {
      const cells = (await written([[7, ...line]])).slice(1).split(/[;|\t\n]/);
      for (const cell of cells) expect(cell).not.toMatch(/^[\s"]*[=＝-]/);
    }),
  );
});

it('is read back by another parser as it was written', async () => {
  const words = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '=', '噪', '😀', ' ', "'") });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(words, words, words), { minLength: 1 }), async (lines) => {
      const read = parse(await written(lines), { bom: true });
      expect(read).toEqual(lines.map((line) => line.map(fieldText)));
    }),
  );
});
