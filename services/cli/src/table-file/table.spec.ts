import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { allOf, withFile } from './files.examples.js';
import { rowsOf, said, survey } from './table.js';

const columns = { needed: ['id', 'text'], optional: ['topic'] } as const;
const surveyed = (content: string) =>
  withFile(content, (path) => survey<'id' | 'text' | 'topic'>(path, columns));
const rowsIn = (content: string, after?: number) =>
  withFile(content, async (path) =>
    allOf(rowsOf(await survey<'id' | 'text' | 'topic'>(path, columns), after)),
  );

describe('a survey', () => {
  it('counts the rows and knows the content', async () => {
    const content = 'id,text\n1,"two\nlines"\n\n2,x\n';
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(await surveyed(content)).toMatchObject({ rows: 2, sha256, width: 2 });
  });

  it.each([
    ['', /is empty: it needs a header with id, text/],
    ['id,title\n1,x\n', /has no column text; its header is: id, title/],
    ['id,text,id\n1,x,2\n', /has the column id twice/],
    ['id,text\n1,x\n2,"y\n', /line 3: a quote that is opened/],
  ])('refuses a file as a whole: %j', async (content, message) => {
    await expect(surveyed(content)).rejects.toThrow(message);
  });
});

describe('a row', () => {
  it('has a trimmed cell for each column, wherever that stands', async () => {
    expect(await rowsIn('text, other ,id\n  a b ,x, 1\n')).toEqual([
      { line: 2, number: 1, cells: { id: '1', text: 'a b', topic: '' } },
    ]);
  });

  it('that does not fit the header is said, and the others are read', async () => {
    const [first, bad, last] = await rowsIn('id,text\n1,a\n2,b,c\n3,d\n');
    expect([first, last]).toMatchObject([{ number: 1 }, { number: 3, line: 4, cells: { id: '3' } }]);
    expect(bad).toEqual({ line: 3, number: 2, reason: 'has 3 cells; the header has 2' });
  });

  it('may be skipped', async () => {
    expect(await rowsIn('id,text\n1,a\n2,b\n3,c\n', 2)).toMatchObject([{ number: 3, line: 4 }]);
  });
});

it('says a fault with its place', () => {
  expect(said({ line: 7, column: 'text', reason: 'is empty' })).toBe('line 7, column text: is empty');
  expect(said({ line: 7, reason: 'is empty' })).toBe('line 7: is empty');
});
