import { expect, it } from '@jest/globals';
import type { Actor } from '@redress/contracts/envelope';
import type { Recorded } from '@redress/contracts/event';
import type { Instant, MessageId, PersonId } from '@redress/contracts/values';
import { isTraceable, keepsTheHour, placeIn, placeOf, textOf } from './place.js';

const id = '0190a5c4-1111-7aaa-8aaa-00000000000a' as MessageId;
const causationId = '0190a5c4-2222-7bbb-8bbb-00000000000b' as MessageId;
const office: Actor = { role: 'office', person: id as string as PersonId };
const at = (moment: string): Instant => moment as Instant;

it('finds the place of an event in its ids', () => {
  expect(placeOf({ id, causationId })).toEqual({
    trace: '0190a5c422227bbb8bbb00000000000b',
    span: '8aaa00000000000a',
  });
});

it('spells a place as W3C does, and reads it again', () => {
  const place = placeOf({ id, causationId });
  expect(textOf(place)).toBe('00-0190a5c422227bbb8bbb00000000000b-8aaa00000000000a-01');
  expect(placeIn(textOf(place))).toEqual(place);
});

it.each([
  undefined,
  '',
  '00-xyz-1-01',
  `00-${'a'.repeat(32)}-${'b'.repeat(16)}`,
  `01-${'a'.repeat(32)}-${'b'.repeat(16)}-01`,
])('finds no place in %j', (text) => {
  expect(placeIn(text)).toBeUndefined();
});

it('keeps the hour of whoever has no name, and of what followed from it by itself', () => {
  const minute = at('2026-03-20T08:17:00.000Z');
  const hour = at('2026-03-20T08:00:00.000Z');
  expect(keepsTheHour({ actor: { role: 'submitter' }, happenedAt: minute })).toBe(true);
  expect(keepsTheHour({ actor: { role: 'system' }, happenedAt: hour })).toBe(true);
  expect(keepsTheHour({ actor: { role: 'system' }, happenedAt: minute })).toBe(false);
  expect(keepsTheHour({ actor: office, happenedAt: hour })).toBe(false);
  expect(
    keepsTheHour({ actor: { role: 'submitter', person: id as string as PersonId }, happenedAt: hour }),
  ).toBe(false);
});

it('traces what is fresh and has a name, and nothing when a log is read anew', () => {
  const event = (age: number, actor: Actor = office) =>
    ({
      actor,
      happenedAt: at('2026-03-20T08:17:00.000Z'),
      recordedAt: at(new Date(Date.now() - age).toISOString()),
    }) as Recorded;
  expect([event(0), event(59_000), event(61_000), event(0, { role: 'submitter' })].map(isTraceable)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
