import { expect, it } from '@jest/globals';
import { desk, line, put } from './desk.examples.js';
import type { Home } from './read-models.conformance.js';
import type { ReadModels } from './read-models.js';

const LINES = [
  line('1', { unit: 'a', weight: 9, isOpen: true, entries: { x: { note: 'n' }, y: { note: 'n' } } }),
  line('2', { unit: 'b', weight: 9, isOpen: false, entries: { y: { note: 'n' } }, topics: ['噪音', 's'] }),
  line('3', { unit: 'b', title: 'noise', entries: {}, topics: ['s', 's'] }),
  line('4', { weight: 2, title: 'noise' }),
];

export const countsFacets = ({ open, another }: Home): void => {
  const filled = async (): Promise<ReadModels> => {
    const models = await open();
    await put(models, ...LINES);
    return models;
  };

  it('counts by value, the most frequent first, those without one under null', async () => {
    const models = await filled();
    expect(await models.facets(desk, { where: {}, fields: ['unit', 'weight', 'isOpen'] })).toStrictEqual({
      unit: [
        { value: 'b', rows: 2 },
        { value: 'a', rows: 1 },
        { value: null, rows: 1 },
      ],
      weight: [
        { value: 9, rows: 2 },
        { value: 2, rows: 1 },
        { value: null, rows: 1 },
      ],
      isOpen: [
        { value: null, rows: 2 },
        { value: false, rows: 1 },
        { value: true, rows: 1 },
      ],
    });
  });

  it('counts a row under each id that it holds, in an object or a list, and under none of those once', async () => {
    const models = await filled();
    expect(await models.facets(desk, { where: {}, fields: ['entries', 'topics'] })).toStrictEqual({
      entries: [
        { value: 'y', rows: 2 },
        { value: null, rows: 2 },
        { value: 'x', rows: 1 },
      ],
      topics: [
        { value: 's', rows: 2 },
        { value: null, rows: 2 },
        { value: '噪音', rows: 1 },
      ],
    });
  });

  it('counts only what matches, also by a field that is no facet', async () => {
    const models = await filled();
    const fields = ['unit', 'due'] as const;
    const [b, none] = [
      { value: 'b', rows: 1 },
      { value: null, rows: 1 },
    ];
    expect(await models.facets(desk, { where: {}, text: 'noise', fields })).toStrictEqual({
      unit: [b, none],
      due: [{ value: null, rows: 2 }],
    });
    expect(await models.facets(desk, { where: { entries: { has: 'x' } }, fields: ['unit'] })).toStrictEqual({
      unit: [{ value: 'a', rows: 1 }],
    });
    expect(await models.facets(desk, { where: { unit: 'z' }, fields: ['unit'] })).toStrictEqual({ unit: [] });
  });

  it('counts what is there now, whoever wrote it, and nothing before there is anything', async () => {
    const models = await open();
    expect(await models.facets(desk, { where: {}, fields: ['unit'] })).toStrictEqual({ unit: [] });
    await put(models, ...LINES);
    const changes = [{ set: '1', to: { unit: 'c', entries: { x: null } } }, line('2', { unit: 'c' })];
    await put(await another(models), ...changes);
    expect(await models.facets(desk, { where: {}, fields: ['unit', 'entries'] })).toStrictEqual({
      unit: [
        { value: 'c', rows: 2 },
        { value: 'b', rows: 1 },
        { value: null, rows: 1 },
      ],
      entries: [
        { value: null, rows: 3 },
        { value: 'y', rows: 1 },
      ],
    });
    expect(await models.count(desk, { where: { entries: { has: 'x' } } })).toBe(0);
    expect(await models.count(desk, { where: { entries: { has: 'y' } } })).toBe(1);
  });
};
