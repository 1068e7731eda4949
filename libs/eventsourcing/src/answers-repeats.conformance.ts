import { expect, it } from '@jest/globals';
import { counted, numbersIn } from './counted.examples.js';
import type { Home } from './event-store.conformance.js';

export const answersRepeats = ({ open, another }: Home): void => {
  it('answers the same events once more as it did the first time, whatever followed', async () => {
    const store = await open();
    const events = [counted(1), counted(2)];
    const first = await store.append('a-1', events, -1);
    expect(await store.append('a-1', events, -1)).toEqual(first);
    await store.append('b-1', [counted(3)], -1);
    await store.append('a-1', [counted(4)], 1);
    for (const expected of [-1, 0, 1, 2, 9])
      expect(await store.append('a-1', events, expected)).toEqual(first);
    expect(numbersIn(await store.read('a-1'))).toEqual([1, 2, 4]);
  });

  it('answers a repeat that comes at the same moment', async () => {
    const store = await open();
    const events = [counted(1)];
    const [first, second] = await Promise.all([0, 1].map(() => store.append('a-1', events, -1)));
    expect(second).toEqual(first);
    expect(await store.read('a-1')).toHaveLength(1);
  });

  it('answers a repeat of what another store on the same data appended', async () => {
    const store = await open();
    const other = await another(store);
    const events = [counted(1)];
    const first = await store.append('a-1', events, -1);
    expect(await other.append('a-1', events, -1)).toEqual(first);
    expect(numbersIn(await other.read('a-1'))).toEqual([1]);
  });
};
