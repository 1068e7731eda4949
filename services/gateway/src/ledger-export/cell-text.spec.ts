import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cellText, fieldText, MOST_IN_CELL } from './cell-text.js';

it.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\tx',
  '\rx',
  '\nx',
  '  =1',
  '\u3000=1',
  '\u00a0=1',
  '\u200b=1',
  '\ufeff=1',
  '"=1',
  "'=1",
  '“=1',
  ' " =1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM',
  '−1',
  '\u0000=1',
  '\u0085=1',
  '=cmd|calc!A0',
  '-2+3+cmd',
])('takes the sting out of %j', (text) => {
  expect(cellText(text)).toMatch(/^'/);
});

it.each(['三号楼水房漏水', 'a=1', '1-2', '2026-03-31', 'x@y', '(=1)', '', '第1项＝完成', '1\n=1'])(
  'leaves %j as it is',
  (text) => {
    expect(cellText(text)).toBe(text);
  },
);

it('makes of text what every parser can read, and leaves the rest of it', () => {
  expect(cellText('a\u0000b\u0007c\u000bd\u009fe\uffff')).toBe('a b c d e ');
  expect(cellText('half \ud83d of a pair, \udc00')).toBe('half   of a pair,  ');
  expect(cellText('one\r\ntwo\rthree\nfour\tfive 😀')).toBe('one\ntwo\nthree\nfour\tfive 😀');
});

it.each([
  ['x'.repeat(MOST_IN_CELL), 'x'.repeat(MOST_IN_CELL)],
  ['x'.repeat(MOST_IN_CELL + 1), `${'x'.repeat(MOST_IN_CELL - 1)}…`],
  ['😀'.repeat(20_000), `${'😀'.repeat(16_383)}…`],
  [`=${'x'.repeat(MOST_IN_CELL)}`, `'=${'x'.repeat(MOST_IN_CELL - 3)}…`],
])('says that a cell holds no more (%#)', (text, cut) => {
  expect(cellText(text)).toBe(cut);
  expect(cut.length).toBeLessThanOrEqual(MOST_IN_CELL);
});

it('never gives what a spreadsheet or a parser may take otherwise, whatever somebody wrote', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      const cell = cellText(text);
      expect(cell).not.toMatch(/^[\s"'\p{Cf}]*[=+\-@＝＋－＠]/u.test(text) ? /^[^']/ : /^[=+\-@\t\n]/);
      expect(cell).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cs}]/u);
    }),
  );
});

it('looks at each blank once, however many stand in a cell', () => {
  const blanks = '\n'.repeat(30_000);
  expect(fieldText(`a;${blanks}x`)).toBe(`a;${blanks}x`);
  expect(fieldText(`a;b|\n =1`)).toBe(`a;b|'\n' =1`);
  expect(fieldText(`a\n;\t=1`)).toBe(`a\n;'\t'=1`);
});
