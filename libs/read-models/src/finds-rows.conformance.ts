import { expect, it } from '@jest/globals';
import { desk, idsOf, type Line, line, put } from './desk.examples.js';
import type { Home } from './read-models.conformance.js';
import type { Query, ReadModels } from './read-models.js';

const LINES = [
  line('1', {
    unit: 'a',
    due: '2026-01-01',
    weight: 10,
    isOpen: true,
    entries: { x: { note: 'n' } },
    topics: ['t'],
  }),
  line('2', { unit: 'b', due: '2026-01-02', weight: 9, isOpen: false, entries: { 'y"\'': { note: 'n' } } }),
  line('3', { unit: 'c', due: '2026-01-03', weight: -1.5, isOpen: true, entries: {}, topics: ['s', 't'] }),
  line('4'),
];

export const findsRows = ({ open }: Home): void => {
  const filled = async (): Promise<ReadModels> => {
    const models = await open();
    await put(models, ...LINES);
    return models;
  };

  const FILTERS: readonly (readonly [Query<Line>['where'], readonly string[]])[] = [
    [{}, ['1', '2', '3', '4']],
    [{ id: '2' }, ['2']],
    [{ unit: 'b' }, ['2']],
    [{ unit: 'B' }, []],
    [{ unit: "b' OR TRUE --" }, []],
    [{ weight: 9 }, ['2']],
    [{ isOpen: true }, ['1', '3']],
    [{ isOpen: false }, ['2']],
    [{ unit: { in: ['a', 'c', 'z'] } }, ['1', '3']],
    [{ unit: { in: [] } }, []],
    [{ weight: { in: [10, -1.5] } }, ['1', '3']],
    [{ isOpen: { in: [true, false] } }, ['1', '2', '3']],
    [{ due: { from: '2026-01-02' } }, ['2', '3']],
    [{ due: { to: '2026-01-02' } }, ['1', '2']],
    [{ due: { from: '2026-01-02', to: '2026-01-02' }, unit: 'b' }, ['2']],
    [{ due: { from: '2026-01-03', to: '2026-01-01' } }, []],
    [{ weight: { from: 9, to: 10 } }, ['1', '2']],
    [{ entries: { has: 'x' } }, ['1']],
    [{ entries: { has: 'y"\'' } }, ['2']],
    [{ entries: { has: 'x' }, unit: 'b' }, []],
    [{ topics: { has: 't' } }, ['1', '3']],
    [{ topics: { has: 's' }, isOpen: true }, ['3']],
    [{ topics: { has: 't' }, entries: { has: 'x' } }, ['1']],
    [{ topics: { has: ['s', 't'] } }, ['3']],
    [{ entries: { has: ['x', 'z'] } }, []],
    [{ topics: { has: '0' } }, []],
    [{ unit: { has: 'a' } }, []],
    [{ unit: null }, ['4']],
    [{ title: null, isOpen: false }, ['2']],
    [{ unit: 'a', due: '2026-01-02' }, []],
    [{ title: 'x' }, []],
  ];
  it.each(FILTERS)('finds and counts where %j', async (where, ids) => {
    const models = await filled();
    expect(await idsOf(models, { where })).toEqual(ids);
    expect(await models.count(desk, { where })).toBe(ids.length);
  });

  const ORDERS: readonly (readonly [keyof Line, readonly string[]])[] = [
    ['id', ['1', '2', '3', '4']],
    ['due', ['4', '1', '2', '3']],
    ['weight', ['4', '3', '2', '1']],
    ['isOpen', ['4', '2', '1', '3']],
    ['title', ['1', '2', '3', '4']],
  ];
  it.each(ORDERS)(
    'sorts by %s, then by id, those without it first, and the other way round',
    async (by, ids) => {
      const models = await filled();
      expect(await idsOf(models, { by })).toEqual(ids);
      expect(await idsOf(models, { by, descending: true })).toEqual(ids.toReversed());
    },
  );

  it('sorts text by its characters, also by those that JavaScript has in two halves', async () => {
    const models = await open();
    const titles = ['😀', '！', '噪', 'z', 'Z', 'é', ''];
    await put(models, ...titles.map((title, n) => line(String(n), { title })));
    const sorted = ['', 'Z', 'z', 'é', '噪', '！', '😀'].map((title) => String(titles.indexOf(title)));
    expect(await idsOf(models, { by: 'title' })).toEqual(sorted);
    expect(await idsOf(models, { where: { title: { from: '！' } }, by: 'title' })).toEqual(['1', '0']);
  });
};
