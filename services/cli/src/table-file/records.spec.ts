import { describe, expect, it } from '@jest/globals';
import { allOf, withFile } from './files.examples.js';
import { recordsOf } from './records.js';

const read = (content: string | Uint8Array) => withFile(content, (path) => allOf(recordsOf(path)));

describe('the rows of a file', () => {
  it('are known by the line on which they begin, whatever ends the lines and breaks the cells', async () => {
    const text =
      '\ufeffid,text\r\n1,"first\r\nsecond\nthird"\r\n\n2,plain\n3,"with ""quotes"", and\rmore"\r4,last';
    expect(await read(text)).toEqual([
      { line: 1, cells: ['id', 'text'] },
      { line: 2, cells: ['1', 'first\nsecond\nthird'] },
      { line: 6, cells: ['2', 'plain'] },
      { line: 7, cells: ['3', 'with "quotes", and\nmore'] },
      { line: 9, cells: ['4', 'last'] },
    ]);
  });

  it('come out of a file that is read in many pieces', async () => {
    const rows = Array.from(
      { length: 5_000 },
      (_, index) => `${String(index)},"夜宵摊噪音扰民，${'求解决\n'.repeat(9)}"`,
    );
    const found = await read(rows.join('\n'));
    expect(found).toHaveLength(5_000);
    expect(found.at(-1)).toEqual({
      line: 4_999 * 10 + 1,
      cells: ['4999', `夜宵摊噪音扰民，${'求解决\n'.repeat(9)}`],
    });
  });

  it.each([
    [
      'is never closed',
      'id,text\n1,fine\n2,"open\n3,more\n',
      'line 3: a quote that is opened in this row is never closed',
    ],
    ['stands inside a bare cell', 'id,text\n1,a "word\n', 'line 2: a quote stands in the middle of a cell'],
    ['is not doubled', 'id,text\n1,"a "word" there"\n', 'line 2: a quote stands in the middle of a cell'],
  ])('end where a quote %s', async (_, text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });
});

describe('a file that is not UTF-8', () => {
  // 意见 in GBK.
  const gbk = Buffer.from([0x69, 0x64, 0x0a, 0xd2, 0xe2, 0xbc, 0xfb, 0x0a]);

  it.each([
    [
      'GBK',
      gbk,
      /not UTF-8 \(about line 1\): it looks like GB18030; convert it with: iconv -f GB18030 -t UTF-8/,
    ],
    ['UTF-16', Buffer.from('\ufeffid\n', 'utf16le'), /it looks like UTF-16LE/],
    ['nothing known', Buffer.from([0x69, 0x64, 0x0a, 0xff, 0xff, 0x0a]), /save it as UTF-8/],
  ])('is told apart: %s', async (_, bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(message);
  });

  it('is not mistaken for one that cannot be read', async () => {
    await expect(allOf(recordsOf('/no/such/file.csv'))).rejects.toThrow(
      /no\/such\/file.csv cannot be read: ENOENT/,
    );
  });
});
