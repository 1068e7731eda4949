import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { Later } from './later.js';

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2026-03-21T09:17:00Z') });
});
afterEach(() => {
  jest.useRealTimers();
});

it('tells nothing before the hour is over, and then all of it', () => {
  const later = new Later();
  const told: number[] = [];
  for (const n of [1, 2, 3]) later.add(() => told.push(n));
  jest.advanceTimersByTime(43 * 60_000 - 1);
  expect(told).toEqual([]);
  jest.advanceTimersByTime(1);
  expect(told.toSorted()).toEqual([1, 2, 3]);
});

it('tells what comes in the next hour with the next', () => {
  const later = new Later();
  const told: number[] = [];
  later.add(() => told.push(1));
  jest.advanceTimersByTime(43 * 60_000);
  later.add(() => told.push(2));
  jest.advanceTimersByTime(59 * 60_000);
  expect(told).toEqual([1]);
  jest.advanceTimersByTime(60_000);
  expect(told).toEqual([1, 2]);
});

it('does not tell in the order in which it came', () => {
  const later = new Later();
  const told: number[] = [];
  const all = Array.from({ length: 60 }, (_, n) => n);
  for (const n of all) later.add(() => told.push(n));
  jest.advanceTimersByTime(3_600_000);
  expect(told.toSorted((a, b) => a - b)).toEqual(all);
  expect(told).not.toEqual(all);
});

it('keeps so much and no more', () => {
  const later = new Later();
  let told = 0;
  for (let n = 0; n < 50_001; n += 1) later.add(() => (told += 1));
  jest.advanceTimersByTime(3_600_000);
  expect(told).toBe(50_000);
});
