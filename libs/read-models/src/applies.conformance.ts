import { expect, it } from '@jest/globals';
import { START } from '@redress/contracts/values';
import { at, desk, idsOf, line, put } from './desk.examples.js';
import type { Home } from './read-models.conformance.js';

export const applies = ({ open, another }: Home): void => {
  it('is empty before it has begun', async () => {
    const models = await open();
    expect(await models.positionOf(desk)).toBe(START);
    expect(await models.get(desk, '1')).toBeUndefined();
    expect(await models.find(desk, { where: {}, by: 'due', limit: 9 })).toEqual({ rows: [] });
    expect(await models.count(desk, { where: {} })).toBe(0);
    expect(await models.isOutdated(desk)).toBe(true);
  });

  it('remembers how far it came, of each model by itself', async () => {
    const models = await open();
    expect(await models.apply(desk, [line('1')], START, at(7))).toBe(true);
    expect(await models.positionOf(desk)).toBe(at(7));
    expect(await models.positionOf({ name: 'other' })).toBe(START);
    expect(await models.get({ ...desk, name: 'other' }, '1')).toBeUndefined();
  });

  it('changes nothing when it no longer stands where the changes begin', async () => {
    const models = await open();
    const other = await another(models);
    await models.apply(desk, [line('1')], START, at(7));
    for (const from of [START, at(6), at(8)])
      expect(await other.apply(desk, [line('2')], from, at(9))).toBe(false);
    expect(await models.positionOf(desk)).toBe(at(7));
    expect(await idsOf(models, {})).toEqual(['1']);
    expect(await other.apply(desk, [line('2')], at(7), at(9))).toBe(true);
    expect(await idsOf(models, {})).toEqual(['1', '2']);
  });

  it('puts a row in the place of another', async () => {
    const models = await open();
    await put(models, line('1', { unit: 'a', due: '2026-01-01' }), line('1', { unit: 'b' }));
    expect(await models.get(desk, '1')).toStrictEqual({ id: '1', unit: 'b' });
    await put(models, line('1', { due: '2026-01-02' }));
    expect(await models.get(desk, '1')).toStrictEqual({ id: '1', due: '2026-01-02' });
  });

  it('sets what is named, takes away what is null, and knows nothing of what was never put', async () => {
    const models = await open();
    await put(models, line('1', { unit: 'a', entries: { x: { note: 'x', seen: false }, y: { note: 'y' } } }));
    const changes = [
      { set: '1', to: { due: '2026-01-01', unit: null, entries: { x: { seen: true }, z: { note: 'z' } } } },
      { set: '2', to: { unit: 'b' } },
    ];
    const row = {
      id: '1',
      due: '2026-01-01',
      entries: { x: { note: 'x', seen: true }, y: { note: 'y' }, z: { note: 'z' } },
    };
    await put(models, ...changes);
    expect(await models.get(desk, '1')).toStrictEqual(row);
    await put(models, ...changes);
    expect(await models.get(desk, '1')).toStrictEqual(row);
    await put(models, { set: '1', to: { entries: { x: null } } });
    expect((await models.get(desk, '1'))?.entries).toStrictEqual({ y: { note: 'y' }, z: { note: 'z' } });
    expect(await idsOf(models, {})).toEqual(['1']);
  });

  it('wakes who waits for a position, whoever brings it there', async () => {
    const models = await open();
    const other = await another(models);
    const waiting = [models, other].map((one) => one.reached(desk, at(2), 10_000));
    await models.apply(desk, [], START, at(1));
    await models.apply(desk, [], at(1), at(3));
    expect(await Promise.all(waiting)).toEqual([true, true]);
    expect(await models.reached(desk, at(3), 0)).toBe(true);
    expect(await models.reached(desk, at(4), 20)).toBe(false);
  });
};
