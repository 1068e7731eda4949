import { EventEmitter } from 'node:events';
import { expect, it } from '@jest/globals';
import { UnderWay } from './under-way.js';

const answer = (): EventEmitter => new EventEmitter();

it('lets each have so many at the same time, and forgets who has none', () => {
  const two = new UnderWay(2);
  const [first, second, other] = [answer(), answer(), answer()];
  expect([two.begin('a', first), two.begin('a', second), two.begin('a', answer())]).toEqual([
    true,
    true,
    false,
  ]);
  expect(two.begin('b', other)).toBe(true);
  first.emit('close');
  expect([two.begin('a', answer()), two.begin('a', answer())]).toEqual([true, false]);
  other.emit('close');
  expect(two.size).toBe(1);
});
