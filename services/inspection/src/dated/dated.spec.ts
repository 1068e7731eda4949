import { describe, expect, it } from '@jest/globals';
import type { Day } from '@redress/contracts/values';
import { ending, isOn, lastBegun, overlaps, toldAgain } from './dated.js';

const day = (text: string): Day => `2026-${text}` as Day;
const spring = { from: day('03-01'), until: day('05-31') };
const sinceMarch = { from: day('03-01') };

it('is on its first day and its last, and on all between', () => {
  for (const on of ['03-01', '04-15', '05-31']) expect(isOn(spring, day(on))).toBe(true);
  for (const on of ['02-28', '06-01']) expect(isOn(spring, day(on))).toBe(false);
  expect(isOn(sinceMarch, day('12-31'))).toBe(true);
});

it.each([
  ['02-01', '03-01', true],
  ['05-31', '06-30', true],
  ['04-01', '04-02', true],
  ['02-01', '12-31', true],
  ['02-01', '02-28', false],
  ['06-01', '06-30', false],
])('from %s to %s, it has a day in common with the spring: %s', (from, until, shares) => {
  const other = { from: day(from), until: day(until) };
  expect(overlaps(spring)(other)).toBe(shares);
  expect(overlaps(other)(spring)).toBe(shares);
});

it('without an end has every later day', () => {
  expect(overlaps(sinceMarch)({ from: day('12-01') })).toBe(true);
  expect(overlaps(sinceMarch)({ from: day('01-01'), until: day('02-28') })).toBe(false);
  expect(overlaps({ from: day('06-01') })(spring)).toBe(false);
});

it('finds the last that had begun, in whatever order they were told', () => {
  const later = { from: day('04-01') };
  for (const told of [
    [sinceMarch, later],
    [later, sinceMarch],
  ]) {
    expect(lastBegun(told, day('05-01'))).toBe(later);
    expect(lastBegun(told, day('04-01'))).toBe(later);
    expect(lastBegun(told, day('03-31'))).toBe(sinceMarch);
    expect(lastBegun(told, day('02-28'))).toBeUndefined();
  }
});

describe('an end', () => {
  const today = day('04-15');
  const ended = (fact: { from: Day; until?: Day }, until: string) => ending(fact, day(until), today, 'ends');

  it('that was not known may be any day since the first', () => {
    expect(ended(sinceMarch, '03-01')).toEqual(['ends']);
    expect(ended(sinceMarch, '12-31')).toEqual(['ends']);
    expect(ended(sinceMarch, '02-28')).toEqual({ rejected: 'ends-before-it-begins' });
  });

  it('that was foreseen may be brought forward, to today at the earliest', () => {
    expect(ended(spring, '05-31')).toEqual([]);
    expect(ended(spring, '04-15')).toEqual(['ends']);
    expect(ended(spring, '04-14')).toEqual({ rejected: 'ended-otherwise' });
    expect(ended(spring, '06-01')).toEqual({ rejected: 'ended-otherwise' });
  });

  it('that is told again is silence, whatever became of it', () => {
    const shortened = { from: spring.from, until: day('04-20'), foreseen: spring.until };
    const again = (until?: Day) => toldAgain(shortened, until, today, (last) => `ends ${last}`);
    expect(again()).toEqual([]);
    expect(again(day('05-31'))).toEqual([]);
    expect(again(day('04-20'))).toEqual([]);
    expect(again(day('04-18'))).toEqual(['ends 2026-04-18']);
    expect(again(day('05-01'))).toEqual({ rejected: 'ended-otherwise' });
  });
});
