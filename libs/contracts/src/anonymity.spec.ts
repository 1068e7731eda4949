import { expect, it } from '@jest/globals';
import { asKept, hourOf, isAnonymous } from './anonymity.js';
import type { Instant, PersonId } from './values.js';

const moment = '2026-03-20T08:59:59.999Z' as Instant;
const person = '0190a5c4-3333-7aaa-8aaa-000000000001' as PersonId;

it('knows who acts without a name', () => {
  expect(isAnonymous({ role: 'submitter' })).toBe(true);
  expect(isAnonymous({ role: 'submitter', person })).toBe(false);
  expect(isAnonymous({ role: 'system' })).toBe(false);
});

it('keeps of them the hour alone', () => {
  expect(hourOf(moment)).toBe('2026-03-20T08:00:00.000Z');
  expect(asKept(moment, { role: 'submitter' })).toBe('2026-03-20T08:00:00.000Z');
  expect(asKept(moment, { role: 'submitter', person })).toBe(moment);
});
