import { expect, it } from '@jest/globals';
import { type Position, START } from '@redress/contracts/values';
import { Lateness, Standstill } from './lateness.js';

const at = (place: number): Position => String(place).padStart(6, '0') as Position;

const clocked = () => {
  const clock = { ms: 0 };
  const now = (): number => clock.ms;
  return {
    lateness: new Lateness(now),
    standstill: new Standstill(now),
    after: (seconds: number) => (clock.ms += seconds * 1_000),
  };
};

it('is not late who has come as far as the log, however long ago that was', () => {
  const { lateness, after } = clocked();
  lateness.note(at(7));
  after(100);
  lateness.note(at(7));
  expect(lateness.of(at(7))).toBe(0);
  expect(lateness.of(at(9))).toBe(0);
});

it('is late by the time since there has been something after where one stands', () => {
  const { lateness, after } = clocked();
  lateness.note(at(5));
  after(10);
  lateness.note(at(8));
  after(20);
  lateness.note(at(30));
  after(5);
  expect([at(30), at(8), at(5), at(4), START].map((one) => lateness.of(one))).toEqual([0, 5, 25, 35, 35]);
});

it('is not late because of a rush that is worked off', () => {
  const { lateness, after } = clocked();
  for (let last = 0; last < 100_000; last += 1_000) {
    lateness.note(at(last + 1_000));
    after(1);
    expect(lateness.of(at(last))).toBeLessThanOrEqual(1);
  }
});

it('counts from the first look when nobody looked before', () => {
  const { lateness, after } = clocked();
  after(1_000);
  expect(lateness.of(START)).toBe(0);
  lateness.note(at(3));
  expect(lateness.of(START)).toBe(0);
});

it('stands still while something waits and nothing is done', () => {
  const { standstill, after } = clocked();
  expect(standstill.of('tell', 3, 10)).toBe(0);
  after(20);
  expect(standstill.of('tell', 3, 10)).toBe(20);
  after(5);
  expect(standstill.of('tell', 3, 11)).toBe(0);
  after(5);
  expect(standstill.of('tell', 0, 11)).toBe(0);
  after(5);
  expect(standstill.of('tell', 1, 11)).toBe(5);
  expect(standstill.of('other', 1, 11)).toBe(0);
});
