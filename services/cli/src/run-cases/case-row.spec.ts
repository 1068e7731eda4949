import { describe, expect, it } from '@jest/globals';
import { caseIn } from './case-row.js';
import { now, row } from './cases.examples.js';

const withCells = (change: Partial<typeof row.cells>) =>
  caseIn({ ...row, cells: { ...row.cells, ...change } }, now);

describe('a row as a case', () => {
  it('keeps what was said, where and when, and the reply', () => {
    expect(caseIn(row, now)).toEqual({
      line: 12,
      key: expect.stringMatching(/^opinion-[0-9a-f]{64}$/),
      submittedAt: '2024-03-04T13:40:00.000Z',
      repliedAt: '2024-03-15T02:20:00.000Z',
      reply: '已于3月12日整改',
      content: {
        channel: 'file-import',
        title: 'A3区滨河路夜宵摊噪音扰民',
        text: '每天营业到凌晨两点',
        place: 'A3区',
      },
    });
  });

  it('is the same opinion whatever the reply, and another one for any other cell', () => {
    const keyOf = (change: Partial<typeof row.cells>) => {
      const one = withCells(change);
      return 'key' in one ? one.key : 'none';
    };
    const key = keyOf({});
    expect(keyOf({ reply: 'another' })).toBe(key);
    const others = [
      { id: 'p02' },
      { author: 'x' },
      { title: 'x' },
      { text: 'x' },
      { submitted_at: '2024-03-04T21:40:01+08:00' },
    ];
    expect(new Set([key, ...others.map(keyOf)]).size).toBe(6);
  });

  it.each([
    ['title', { title: '' }, 'is empty'],
    ['title', { title: 'x'.repeat(201) }, 'has 201 characters, more than 200'],
    ['text', { text: '' }, 'is empty'],
    ['text', { text: '噪'.repeat(20_001) }, 'has 20001 characters, more than 20000'],
    ['submitted_at', { submitted_at: '4.3.2024' }, '"4.3.2024" is no moment like 2019-01-02T08:30:00+08:00'],
    ['reply', { reply: '' }, 'is empty'],
    ['replied_at', { replied_at: '' }, '"" is no moment like 2019-01-02T08:30:00+08:00'],
    ['replied_at', { replied_at: '2024-03-04T13:39:59Z' }, 'lies before submitted_at'],
    ['replied_at', { replied_at: '2026-01-01T00:00:00.001Z' }, 'lies in the future'],
  ])('is bad: %s %#', (column, change, reason) => {
    expect(withCells(change)).toEqual({ line: 12, column, reason });
  });

  it('may be replied to at once, and be as long as is allowed', () => {
    expect(withCells({ replied_at: row.cells.submitted_at })).not.toHaveProperty('reason');
    expect(withCells({ title: '𠮷'.repeat(200), text: 'x'.repeat(20_000) })).not.toHaveProperty('reason');
  });
});
