import type { Belonging, Line } from '@redress/contracts/directory/membership';
import type { InterestFact, OverrideFact, RecusalFacts } from '@redress/contracts/inspection/recusal';
import type { Day, InterestId, OverrideId, PersonId, UnitId } from '@redress/contracts/values';

// A university with two departments, a section in the first, and one who inspects them.
export const person = '0190a5c4-7777-7aaa-8aaa-000000000001' as PersonId;
const unit = (digit: number): UnitId => `0190a5c4-7777-7aaa-8aaa-00000000001${String(digit)}` as UnitId;
export const university = unit(0);
export const logistics = unit(1);
export const canteens = unit(2);
export const library = unit(3);
export const everyUnit = [university, logistics, canteens, library];

export const day = (text: string): Day => text as Day;
export const long = day('2020-01-01');

/** Where each stands as long as nothing is said otherwise. */
export const lines: readonly Line[] = [
  { unit: university, above: [], from: long },
  { unit: logistics, above: [university], from: long },
  { unit: canteens, above: [logistics, university], from: long },
  { unit: library, above: [university], from: long },
];

/** A post that was held in a unit as long as that stood where it does. */
export const postIn = (unit: UnitId, change: Partial<Belonging> = {}): Belonging => {
  const above = lines.find((line) => line.unit === unit)?.above ?? [];
  return { unit, above, from: long, heads: false, ...change };
};

export const interestIn = (unit: UnitId, change: Partial<InterestFact> = {}): InterestFact => ({
  interestId: '0190a5c4-7777-7aaa-8aaa-000000000021' as InterestId,
  unit,
  from: long,
  ...change,
});

export const overrideFor = (unit: UnitId, lifts: OverrideFact['lifts']): OverrideFact => ({
  overrideId: '0190a5c4-7777-7aaa-8aaa-000000000031' as OverrideId,
  unit,
  from: day('2026-03-01'),
  until: day('2026-03-31'),
  reason: 'Nobody else is there',
  lifts,
});

export const knowing = (facts: Partial<RecusalFacts>): RecusalFacts => ({
  belongings: [],
  lines,
  interests: [],
  overrides: [],
  ...facts,
});
