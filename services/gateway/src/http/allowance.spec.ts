import { expect, it } from '@jest/globals';
import { Allowance } from './allowance.js';

let now = 0;
const allowance = (aMinute: number, atOnce: number): Allowance => new Allowance(aMinute, atOnce, () => now);

it('gives so much at once, then as much as the time allows', () => {
  const sixty = allowance(60, 2);
  expect([sixty.take(), sixty.take(), sixty.take()]).toEqual([undefined, undefined, 1]);
  now += 999;
  expect(sixty.take()).toBe(1);
  now += 1;
  expect([sixty.take(), sixty.take()]).toEqual([undefined, 1]);
});

it('saves up no more than may be taken at once', () => {
  const sixty = allowance(60, 2);
  now += 3_600_000;
  expect([sixty.take(), sixty.take(), sixty.take()]).toEqual([undefined, undefined, 1]);
});

it('says after how many seconds there is one again', () => {
  const six = allowance(6, 1);
  six.take();
  expect(six.take()).toBe(10);
  now += 4_000;
  expect(six.take()).toBe(6);
});

it('takes back what was taken for nothing', () => {
  const one = allowance(60, 1);
  one.take();
  one.giveBack();
  one.giveBack();
  expect([one.take(), one.take()]).toEqual([undefined, 1]);
});
