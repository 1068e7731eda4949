import { expect, it } from '@jest/globals';
import { desk, idsOf, line, put } from './desk.examples.js';
import type { Home } from './read-models.conformance.js';
import type { ReadModels } from './read-models.js';

const LINES = [
  line('1', { unit: 'a', title: 'A3区新开铺街道夜间施工噪音扰民', text: '请求尽快处理。' }),
  line('2', {
    unit: 'b',
    title: 'Noise at night',
    text: 'The café in Building 7-B plays music; it is NOISY.',
  }),
  line('3', { unit: 'a', title: '关于音乐噪声的投诉', text: 'KTV的noise太大，音量超标' }),
  line('4', { unit: 'b' }),
];

export const findsText = ({ open }: Home): void => {
  const filled = async (): Promise<ReadModels> => {
    const models = await open();
    await put(models, ...LINES);
    return models;
  };

  const FOUND: readonly (readonly [string, readonly string[]])[] = [
    ['噪音', ['1']],
    ['噪', ['1', '3']],
    ['音', ['1', '3']],
    ['音噪', []],
    ['夜间施工', ['1']],
    ['噪音 街道', ['1']],
    ['噪音 音乐', []],
    ['noise', ['2', '3']],
    ['NOISE', ['2', '3']],
    ['noi', []],
    ['noise night', ['2']],
    ['night music', ['2']],
    ['café', ['2']],
    ['cafe', []],
    ['7', ['2']],
    ['KTV 音量', ['3']],
    ['a3', ['1']],
    ['noise太大', ['3']],
    ['“噪音”！', ['1']],
    ['night" OR "x', []],
    ['NEAR(noise)', []],
    ['*', ['1', '2', '3', '4']],
  ];
  it.each(FOUND)('finds “%s”', async (text, ids) => {
    const models = await filled();
    expect(await idsOf(models, { text })).toEqual(ids);
    expect(await models.count(desk, { where: {}, text })).toBe(ids.length);
  });

  it('finds by words and by fields at once', async () => {
    const models = await filled();
    expect(await idsOf(models, { text: 'noise', where: { unit: 'a' } })).toEqual(['3']);
    expect(await models.count(desk, { text: '音', where: { unit: 'b' } })).toBe(0);
  });

  it('finds the new words of a row and no longer the old ones', async () => {
    const models = await filled();
    await put(models, { set: '1', to: { title: '路灯不亮' } }, { set: '4', to: { text: '噪音' } });
    expect(await idsOf(models, { text: '噪音' })).toEqual(['4']);
    expect(await idsOf(models, { text: '路灯' })).toEqual(['1']);
    expect(await idsOf(models, { text: '尽快' })).toEqual(['1']);
    await put(models, { set: '1', to: { unit: 'b' } }, line('4'));
    expect(await idsOf(models, { text: '路灯', where: { unit: 'b' } })).toEqual(['1']);
    expect(await idsOf(models, { text: '噪音' })).toEqual([]);
  });
};
