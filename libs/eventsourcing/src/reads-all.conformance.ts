import { expect, it } from '@jest/globals';
import { START } from '@redress/contracts/values';
import { counted, numbersIn } from './counted.examples.js';
import type { Home } from './event-store.conformance.js';

export const readsAll = ({ open }: Home): void => {
  it('begins at START, and says how far it has come', async () => {
    const store = await open();
    expect(await store.last()).toBe(START);
    expect((await store.readAll(START, [''], 9)).events).toEqual([]);
    const { position } = await store.append('a-1', [counted(1), counted(2)], -1);
    expect(await store.last()).toBe(position);
    expect(position > START).toBe(true);
  });

  it('pages through what was asked for, and past what was not', async () => {
    const store = await open();
    await store.append('a-1', [counted(1)], -1);
    await store.append('b-1', [counted(2)], -1);
    await store.append('a-2', [counted(3), counted(4)], -1);
    const { position } = await store.append('ab-1', [counted(5)], -1);
    expect(numbersIn((await store.readAll(START, [''], 9)).events)).toEqual([1, 2, 3, 4, 5]);

    const first = await store.readAll(START, ['a-'], 2);
    expect(numbersIn(first.events)).toEqual([1, 3]);
    expect(first.upTo).toBe(first.events[1]?.position);
    const second = await store.readAll(first.upTo, ['a-'], 2);
    expect(numbersIn(second.events)).toEqual([4]);
    // A store that shares its log with others may have looked further than its own last event.
    expect(second.upTo >= position).toBe(true);
    const third = await store.readAll(position, ['a-'], 2);
    expect(third.events).toEqual([]);
    expect(third.upTo >= position).toBe(true);
  });

  it('takes several prefixes, or none', async () => {
    const store = await open();
    for (const [n, stream] of ['a-1', 'b-1', 'c-1', 'a-2'].entries())
      await store.append(stream, [counted(n)], -1);
    const upTo = await store.last();
    expect(numbersIn((await store.readAll(START, ['a-', 'c-'], 9)).events)).toEqual([0, 2, 3]);
    for (const prefixes of [['d-'], []]) {
      const none = await store.readAll(START, prefixes, 9);
      expect(none.events).toEqual([]);
      expect(none.upTo >= upTo).toBe(true);
    }
  });
};
