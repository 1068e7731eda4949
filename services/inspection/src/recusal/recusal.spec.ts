import { describe, expect, it } from '@jest/globals';
import type { RecusalFacts } from '@redress/contracts/inspection/recusal';
import type { Day, OverrideId, UnitId } from '@redress/contracts/values';
import {
  canteens,
  day,
  everyUnit,
  interestIn,
  knowing,
  library,
  lines,
  logistics,
  long,
  overrideFor,
  person,
  postIn,
  university,
} from './facts.examples.js';
import { checked, isRecused } from './recusal.js';

const today = day('2026-03-20');
const recusedFrom = (facts: Partial<RecusalFacts>, on: Day = today): readonly UnitId[] =>
  everyUnit.filter((unit) => isRecused(checked(person, [unit], on, knowing(facts))));
const conflictsOf = (units: readonly UnitId[], facts: Partial<RecusalFacts>, on: Day = today) =>
  checked(person, units, on, knowing(facts)).conflicts;

it('lets whoever has nothing to do with a unit act for it', () => {
  expect(checked(person, [logistics, library], today, knowing({}))).toEqual({
    person,
    on: today,
    units: [logistics, library],
    conflicts: [],
    facts: knowing({}),
  });
});

describe('a post', () => {
  it('belongs to its unit and to those above it, not to those below or beside', () => {
    expect(recusedFrom({ belongings: [postIn(canteens)] })).toEqual([university, logistics, canteens]);
    expect(recusedFrom({ belongings: [postIn(logistics)] })).toEqual([university, logistics]);
    expect(recusedFrom({ belongings: [postIn(university)] })).toEqual([university]);
  });

  it('that heads a unit leads all below it as well', () => {
    const heading = { belongings: [postIn(logistics, { heads: true })] };
    expect(recusedFrom(heading)).toEqual([university, logistics, canteens]);
    expect(conflictsOf([canteens, logistics], heading)).toEqual([
      { unit: canteens, kind: 'leads', through: logistics, from: long },
      { unit: logistics, kind: 'leads', through: logistics, from: long },
    ]);
  });

  it('counts from its first day', () => {
    const belongings = [postIn(library, { from: today })];
    expect(recusedFrom({ belongings }, today)).toEqual([university, library]);
    expect(recusedFrom({ belongings }, day('2026-03-19'))).toEqual([]);
  });

  it.each([
    ['2025-03-20', '2026-03-20', '2026-03-21'],
    ['2025-03-31', '2026-03-31', '2026-04-01'],
    ['2024-02-29', '2025-02-28', '2025-03-01'],
    ['2023-02-28', '2024-02-28', '2024-02-29'],
    ['2023-03-01', '2024-03-01', '2024-03-02'],
    ['2027-02-28', '2028-02-28', '2028-02-29'],
    ['2025-12-31', '2026-12-31', '2027-01-01'],
  ])('left on %s counts up to %s, and no more on %s', (until, last, free) => {
    const belongings = [postIn(library, { until: day(until) })];
    expect(recusedFrom({ belongings }, day(last))).toEqual([university, library]);
    expect(recusedFrom({ belongings }, day(free))).toEqual([]);
  });

  it('tells when it was held, in one line when it was several times', () => {
    const once = postIn(library, { from: day('2025-01-01'), until: day('2025-06-30') });
    const again = postIn(library, { from: day('2025-09-01'), until: day('2026-01-31') });
    const line = {
      unit: library,
      kind: 'belongs',
      through: library,
      from: '2025-01-01',
      until: '2026-01-31',
    };
    expect(conflictsOf([library], { belongings: [once, again] })).toEqual([line]);
    expect(conflictsOf([library], { belongings: [again, once] })).toEqual([line]);
    const still = { unit: library, kind: 'belongs', through: library, from: long };
    expect(conflictsOf([library], { belongings: [once, postIn(library)] })).toEqual([still]);
    expect(conflictsOf([library], { belongings: [postIn(library), once] })).toEqual([still]);
  });

  it('is told apart from one in another unit', () => {
    const once = postIn(library, { until: day('2025-06-30') });
    const again = postIn(library, { from: day('2025-09-01') });
    expect(conflictsOf([university], { belongings: [once, postIn(canteens), again] })).toEqual([
      { unit: university, kind: 'belongs', through: library, from: long },
      { unit: university, kind: 'belongs', through: canteens, from: long },
    ]);
  });

  it('may be held to the end of all days', () => {
    const until = day('9999-12-31');
    expect(recusedFrom({ belongings: [postIn(library, { until })] })).toEqual([university, library]);
  });

  it('of long ago is not told beside a later one', () => {
    const ago = postIn(library, { until: day('2021-01-31') });
    const lately = postIn(library, { from: day('2026-01-01') });
    expect(conflictsOf([library], { belongings: [ago, lately] })).toMatchObject([{ from: '2026-01-01' }]);
  });
});

describe('the tree', () => {
  const july = day('2025-07-01');
  const beforeJuly = day('2025-06-30');
  const moved = [
    { unit: canteens, above: [logistics, university], from: long, until: beforeJuly },
    { unit: canteens, above: [library, university], from: july },
  ];
  const others = lines.filter(({ unit }) => unit !== canteens);

  it('is that of the days on which the post was held', () => {
    const belongings = [
      postIn(canteens, { until: beforeJuly }),
      postIn(canteens, { above: [library, university], from: july }),
    ];
    const facts = { belongings, lines: [...others, ...moved] };
    expect(recusedFrom(facts, beforeJuly)).toEqual([university, logistics, canteens]);
    expect(recusedFrom(facts, today)).toEqual(everyUnit);
    expect(recusedFrom(facts, day('2026-07-01'))).toEqual([university, canteens, library]);
  });

  it('is that of the days on which both stood so, for who led the unit above', () => {
    const belongings = [postIn(logistics, { heads: true })];
    const facts = { belongings, lines: [...others, ...moved] };
    expect(conflictsOf([canteens], facts, today)).toEqual([
      { unit: canteens, kind: 'leads', through: logistics, from: long, until: beforeJuly },
    ]);
    expect(recusedFrom(facts, day('2026-06-30'))).toContain(canteens);
    expect(recusedFrom(facts, day('2026-07-01'))).not.toContain(canteens);
    const ledLater = [postIn(logistics, { heads: true, from: day('2025-02-01'), until: day('2025-04-30') })];
    expect(conflictsOf([canteens], { ...facts, belongings: ledLater }, today)).toEqual([
      { unit: canteens, kind: 'leads', through: logistics, from: '2025-02-01', until: '2025-04-30' },
    ]);
    const ledSinceJuly = [postIn(logistics, { heads: true, from: july })];
    expect(recusedFrom({ ...facts, belongings: ledSinceJuly }, today)).not.toContain(canteens);
    const ledBefore = [postIn(library, { heads: true, until: day('2025-12-31') })];
    expect(conflictsOf([canteens], { ...facts, belongings: ledBefore }, today)).toEqual([
      { unit: canteens, kind: 'leads', through: library, from: july, until: '2025-12-31' },
    ]);
  });
});

describe('an interest', () => {
  it('reaches the unit, those below it and those above it', () => {
    expect(recusedFrom({ interests: [interestIn(logistics)] })).toEqual([university, logistics, canteens]);
    expect(recusedFrom({ interests: [interestIn(university)] })).toEqual(everyUnit);
    expect(recusedFrom({ interests: [interestIn(library)] })).toEqual([university, library]);
  });

  it('counts from its first day to its last, and not a year longer', () => {
    const interests = [interestIn(library, { from: today, until: day('2026-03-25') })];
    expect(recusedFrom({ interests }, day('2026-03-19'))).toEqual([]);
    expect(recusedFrom({ interests }, today)).toEqual([university, library]);
    expect(conflictsOf([library], { interests }, day('2026-03-25'))).toEqual([
      { unit: library, kind: 'declared', through: library, from: today, until: '2026-03-25' },
    ]);
    expect(recusedFrom({ interests }, day('2026-03-26'))).toEqual([]);
  });

  it('reaches by the tree of the day', () => {
    const gone = { unit: canteens, above: [logistics, university], from: long, until: day('2026-03-19') };
    const here = { unit: canteens, above: [library, university], from: today };
    const facts = { interests: [interestIn(canteens)], lines: [...lines.slice(0, 2), gone, here] };
    expect(recusedFrom(facts, day('2026-03-19'))).toEqual([university, logistics, canteens]);
    expect(recusedFrom(facts, today)).toEqual([university, canteens, library]);
  });
});

describe('an override', () => {
  const belongings = [postIn(logistics)];
  const interests = [interestIn(logistics)];
  const post = { kind: 'belongs', through: logistics } as const;
  const overrides = [overrideFor(logistics, [post])];

  it('lifts what it names, for its unit, on its days', () => {
    const facts = { belongings, overrides };
    expect(recusedFrom(facts)).toEqual([university]);
    expect(conflictsOf([logistics], facts)).toEqual([
      { unit: logistics, ...post, from: long, overriddenBy: overrides[0]?.overrideId },
    ]);
    expect(recusedFrom(facts, day('2026-03-01'))).not.toContain(logistics);
    expect(recusedFrom(facts, day('2026-03-31'))).not.toContain(logistics);
    expect(recusedFrom(facts, day('2026-02-28'))).toContain(logistics);
    expect(recusedFrom(facts, day('2026-04-01'))).toContain(logistics);
  });

  it('lifts nothing that it does not name', () => {
    expect(recusedFrom({ belongings, interests, overrides })).toContain(logistics);
    expect(recusedFrom({ belongings: [postIn(canteens)], overrides })).toContain(logistics);
    const led = [postIn(logistics, { heads: true })];
    expect(recusedFrom({ belongings: led, overrides })).toContain(logistics);
  });

  it('may name several', () => {
    const two = [overrideFor(logistics, [post, { kind: 'declared', through: logistics }])];
    expect(recusedFrom({ belongings, interests, overrides: two })).not.toContain(logistics);
    expect(recusedFrom({ interests, overrides: two })).not.toContain(logistics);
  });

  it('is one of several, each for what it names', () => {
    const declared = { kind: 'declared', through: logistics } as const;
    const second = {
      ...overrideFor(logistics, [declared]),
      overrideId: '0190a5c4-7777-7aaa-8aaa-000000000032' as OverrideId,
    };
    const facts = { belongings, interests, overrides: [...overrides, second] };
    expect(recusedFrom(facts)).toEqual([university, canteens]);
    expect(conflictsOf([logistics], facts)).toMatchObject([
      { ...post, overriddenBy: overrides[0]?.overrideId },
      { ...declared, overriddenBy: second.overrideId },
    ]);
  });
});
