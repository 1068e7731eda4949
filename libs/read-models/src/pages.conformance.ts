import { expect, it } from '@jest/globals';
import { desk, idsOf, type Line, line, put } from './desk.examples.js';
import { MOST_TEXT } from './page.js';
import type { Home } from './read-models.conformance.js';
import { BadCursor, type Query, type ReadModels } from './read-models.js';

/** Ids on each page to the end; `meanwhile` happens after every page. */
const walk = async (
  models: ReadModels,
  query: Omit<Query<Line>, 'where'>,
  meanwhile: () => Promise<unknown> = () => Promise.resolve(),
): Promise<readonly (readonly string[])[]> => {
  const pages: (readonly string[])[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await models.find(desk, { where: {}, ...query, cursor });
    pages.push(page.rows.map(({ id }) => id));
    cursor = page.next;
    await meanwhile();
  }
  return pages;
};

const LINES = ['3', '1', '5', '2', '4', '6'].map((id) =>
  line(id, id === '6' || id === '3' ? {} : { due: id === '5' ? '2026-01-01' : '2026-01-02' }),
);

export const pages = ({ open }: Home): void => {
  it('pages in order, without gap or repeat, up and down', async () => {
    const models = await open();
    await put(models, ...LINES);
    expect(await walk(models, { by: 'due', limit: 2 })).toEqual([
      ['3', '6'],
      ['5', '1'],
      ['2', '4'],
    ]);
    expect(await walk(models, { by: 'due', limit: 1 })).toEqual([['3'], ['6'], ['5'], ['1'], ['2'], ['4']]);
    expect(await walk(models, { by: 'due', limit: 4, descending: true })).toEqual([
      ['4', '2', '1', '5'],
      ['6', '3'],
    ]);
    expect(await walk(models, { by: 'due', limit: 1, descending: true })).toEqual(
      ['4', '2', '1', '5', '6', '3'].map((id) => [id]),
    );
    expect(await walk(models, { by: 'id', limit: 6 })).toEqual([['1', '2', '3', '4', '5', '6']]);
  });

  it('shows each row once while rows are put before and behind', async () => {
    const models = await open();
    await put(models, ...LINES);
    let n = 0;
    const seen = await walk(models, { by: 'due', limit: 2 }, () => {
      n += 1;
      return put(models, line(`0${String(n)}`), line(`9${String(n)}`, { due: '2025-01-01' }));
    });
    const all = seen.flat();
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((id) => id.length === 1)).toEqual(['3', '6', '5', '1', '2', '4']);
  });

  it('shows each row once, in the order of the ids, whatever changes in it meanwhile', async () => {
    const models = await open();
    await put(models, ...LINES);
    let n = 0;
    const seen = await walk(models, { by: 'id', limit: 2 }, () => {
      n += 1;
      const due = `2025-01-0${String(n)}`;
      return put(models, ...['1', '3', '5', '6'].map((set) => ({ set, to: { due, unit: due } })));
    });
    expect(seen.flat()).toEqual(['1', '2', '3', '4', '5', '6']);
  });

  it('pages through what a filter and words leave', async () => {
    const models = await open();
    await put(
      models,
      ...['1', '2', '3', '4', '5'].map((id) =>
        line(id, { unit: id === '2' ? 'b' : 'a', title: `第${id}号噪音` }),
      ),
    );
    const first = await models.find(desk, { where: { unit: 'a' }, text: '噪音', by: 'id', limit: 3 });
    expect(first.rows.map(({ id }) => id)).toEqual(['1', '3', '4']);
    expect(await idsOf(models, { where: { unit: 'a' }, text: '噪音', cursor: first.next })).toEqual(['5']);
  });

  it('cuts a page short when its rows are long, and leaves none of them out', async () => {
    const models = await open();
    const long = (id: string, share: number) => line(id, { text: '噪'.repeat(MOST_TEXT / share) });
    await put(models, long('1', 3), long('2', 3), long('3', 3), long('4', 0.5), line('5'), line('6'));
    expect(await walk(models, { by: 'id', limit: 5 })).toEqual([['1', '2'], ['3'], ['4'], ['5', '6']]);
    expect(await walk(models, { by: 'id', limit: 5, descending: true })).toEqual([
      ['6', '5'],
      ['4'],
      ['3', '2'],
      ['1'],
    ]);
  });

  it('refuses a cursor that it never gave, or gave for another order', async () => {
    const models = await open();
    await put(models, ...LINES);
    const { next } = await models.find(desk, { where: {}, by: 'due', limit: 2 });
    const strange = ['', 'x', '%', Buffer.from('["due",false,{},"1"]').toString('base64url')];
    for (const cursor of strange)
      await expect(idsOf(models, { by: 'due', cursor })).rejects.toBeInstanceOf(BadCursor);
    await expect(idsOf(models, { by: 'id', cursor: next })).rejects.toBeInstanceOf(BadCursor);
    await expect(idsOf(models, { by: 'due', descending: true, cursor: next })).rejects.toBeInstanceOf(
      BadCursor,
    );
  });
};
