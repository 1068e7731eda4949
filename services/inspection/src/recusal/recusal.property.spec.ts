import { expect, it } from '@jest/globals';
import type { Belonging, Line } from '@redress/contracts/directory/membership';
import type { RecusalFacts } from '@redress/contracts/inspection/recusal';
import type { Day, UnitId } from '@redress/contracts/values';
import fc from 'fast-check';
import {
  canteens,
  everyUnit,
  knowing,
  library,
  logistics,
  person,
  postIn,
  university,
} from './facts.examples.js';
import { checked, isRecused } from './recusal.js';

const DAY_MS = 86_400_000;
const FIRST = Date.parse('2023-01-01');
const dayAt = (number: number): Day => new Date(FIRST + number * DAY_MS).toISOString().slice(0, 10) as Day;

/** 29 February is among them twice. */
const days = fc.nat(6 * 365);
const units = fc.constantFrom(...everyUnit);
const posts = fc.record({ unit: units, from: days, length: fc.option(fc.nat(500)), heads: fc.boolean() });

const heldPost = ({
  unit,
  from,
  length,
  heads,
}: {
  unit: UnitId;
  from: number;
  length: number | null;
  heads: boolean;
}): Belonging =>
  postIn(unit, { from: dayAt(from), heads, ...(length !== null && { until: dayAt(from + length) }) });

const reasonsOn = (on: Day, facts: RecusalFacts): unknown =>
  checked(person, everyUnit, on, facts).conflicts.map(({ unit, kind, through }) => ({ unit, kind, through }));

it('a move of a member in the middle of a round changes nothing before the day of the move', () => {
  fc.assert(
    fc.property(
      fc.array(posts, { maxLength: 4 }),
      units,
      units,
      days,
      days,
      (others, before, after, joined, stayed) => {
        const move = joined + 1 + stayed;
        const earlier = others.map(heldPost);
        const first = postIn(before, { from: dayAt(joined) });
        const unmoved = knowing({ belongings: [...earlier, first] });
        const moved = knowing({
          belongings: [
            ...earlier,
            { ...first, until: dayAt(move - 1) },
            postIn(after, { from: dayAt(move) }),
          ],
        });
        const last = dayAt(move - 1);
        for (const on of [dayAt(joined - 1), dayAt(joined), dayAt(joined + Math.floor(stayed / 2)), last])
          expect(reasonsOn(on, moved)).toEqual(reasonsOn(on, unmoved));
        expect(isRecused(checked(person, [after], dayAt(move), moved))).toBe(true);
        expect(isRecused(checked(person, [before], dayAt(move), moved))).toBe(true);
      },
    ),
  );
});

it('a move of a unit in the middle of a round changes nothing before the day of the move', () => {
  fc.assert(
    fc.property(fc.array(posts, { maxLength: 4 }), fc.integer({ min: 1, max: 2000 }), (held, move) => {
      const around = (post: Belonging): readonly Belonging[] =>
        post.unit !== canteens
          ? [post]
          : [
              ...(post.from < dayAt(move) ? [{ ...post, ...endingBy(post, dayAt(move - 1)) }] : []),
              ...(post.until === undefined || post.until >= dayAt(move)
                ? [
                    {
                      ...post,
                      above: [library, university],
                      from: post.from > dayAt(move) ? post.from : dayAt(move),
                    },
                  ]
                : []),
            ];
      const line: Line = { unit: canteens, above: [logistics, university], from: dayAt(0) };
      const unmoved = knowing({ belongings: held.map(heldPost) });
      const moved = knowing({
        belongings: held.map(heldPost).flatMap(around),
        lines: [
          ...unmoved.lines.filter(({ unit }) => unit !== canteens),
          { ...line, until: dayAt(move - 1) },
          { ...line, above: [library, university], from: dayAt(move) },
        ],
      });
      for (const on of [0, Math.floor(move / 2), move - 1])
        expect(reasonsOn(dayAt(on), moved)).toEqual(reasonsOn(dayAt(on), unmoved));
    }),
  );
});

const endingBy = ({ until }: Belonging, last: Day): { until: Day } => ({
  until: until !== undefined && until < last ? until : last,
});

/** The same day of the next year, or the last of February where there is none: told by another calendar. */
const aYearLater = (day: Day): Day => {
  const [year, rest] = [Number(day.slice(0, 4)), day.slice(5)];
  const later = `${String(year + 1)}-${rest}`;
  const isThere = new Date(`${later}T00:00:00Z`).toISOString().startsWith(later);
  return (isThere ? later : `${String(year + 1)}-02-28`) as Day;
};

it('who left a unit may act for it again on the day after twelve months, and not before', () => {
  fc.assert(
    fc.property(units, days, fc.nat(500), (unit, from, length) => {
      const until = dayAt(from + length);
      const facts = knowing({ belongings: [postIn(unit, { from: dayAt(from), until })] });
      const on = aYearLater(until);
      const next = new Date(Date.parse(on) + DAY_MS).toISOString().slice(0, 10) as Day;
      expect(isRecused(checked(person, [unit], on, facts))).toBe(true);
      expect(isRecused(checked(person, [unit], next, facts))).toBe(false);
    }),
    { examples: [[library, 400, 24]] },
  );
});
