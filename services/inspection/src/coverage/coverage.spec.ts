import { describe, expect, it } from '@jest/globals';
import {
  roundClosed,
  roundId,
  roundPlanned,
  roundRescoped,
  roundScoped,
} from '@redress/contracts/inspection/round.examples';
import { otherTeam, teamId } from '@redress/contracts/inspection/team.examples';
import { leadUnit, strangeUnit, supportingUnit } from '@redress/contracts/rectification/people.examples';
import type { UnitId } from '@redress/contracts/values';
import { rowsAfter } from '@redress/read-models/spec';
import fc from 'fast-check';
import { coverageOf } from './coverage.js';
import { roundScopes } from './round-scopes.js';

const scope = {
  id: roundId,
  teams: { [leadUnit]: [teamId], [supportingUnit]: [], [strangeUnit]: [teamId, otherTeam] },
};
const seen = (...inspected: readonly UnitId[]) => ({
  inspected: new Set(inspected),
  selfChecked: new Set<UnitId>(),
});

it('has the scope of a round as it is by now', () => {
  expect(rowsAfter(roundScopes, roundPlanned, roundScoped)).toEqual([
    { id: roundId, teams: { [leadUnit]: [teamId], [supportingUnit]: [] } },
  ]);
  expect(rowsAfter(roundScopes, roundPlanned, roundScoped, roundRescoped, roundClosed)).toEqual([
    { id: roundId, teams: { [leadUnit]: [teamId], [strangeUnit]: [otherTeam] } },
  ]);
});

describe('coverage', () => {
  it('counts the units that were seen, names those that were not, and does so by team', () => {
    expect(coverageOf(scope, seen(leadUnit), {})).toEqual({
      roundId,
      units: 3,
      seen: 1,
      unseen: 2,
      selfChecked: 0,
      outside: 0,
      teams: [
        { units: 1, seen: 0 },
        { team: teamId, units: 2, seen: 1 },
        { team: otherTeam, units: 1, seen: 0 },
      ],
      rows: [
        { unit: supportingUnit, teams: [] },
        { unit: strangeUnit, teams: [teamId, otherTeam] },
      ],
    });
  });

  it('counts self-checks apart, and what was taken out of the scope', () => {
    const found = { inspected: new Set(['x' as UnitId]), selfChecked: new Set([leadUnit, 'y' as UnitId]) };
    expect(coverageOf(scope, found, {})).toMatchObject({ seen: 0, unseen: 3, selfChecked: 1, outside: 1 });
  });

  it('of one team or one unit has its units only', () => {
    expect(coverageOf(scope, seen(leadUnit), { team: teamId })).toMatchObject({
      units: 2,
      seen: 1,
      teams: [{ team: teamId, units: 2, seen: 1 }],
      rows: [{ unit: strangeUnit }],
    });
    expect(coverageOf(scope, seen(leadUnit), { unit: leadUnit })).toMatchObject({
      units: 1,
      seen: 1,
      rows: [],
    });
    expect(coverageOf(scope, seen(), { unit: 'x' as UnitId })).toMatchObject({ units: 0, seen: 0 });
  });

  it('adds up, and its pages have each unseen unit once', () => {
    const units = fc.uniqueArray(fc.uuid(), { maxLength: 40 }) as fc.Arbitrary<UnitId[]>;
    fc.assert(
      fc.property(units, fc.nat(40), fc.integer({ min: 1, max: 7 }), (all, many, limit) => {
        const round = { id: roundId, teams: Object.fromEntries(all.map((unit) => [unit, [teamId]])) };
        const inspected = all.slice(0, many);
        const found: UnitId[] = [];
        let cursor: UnitId | undefined;
        do {
          const page = coverageOf(round, seen(...inspected), { limit, ...(cursor && { cursor }) });
          expect(page.units).toBe(page.seen + page.unseen);
          expect(page.seen).toBe(inspected.length);
          expect(page.rows.length).toBeLessThanOrEqual(limit);
          found.push(...page.rows.map(({ unit }) => unit));
          cursor = page.next;
        } while (cursor !== undefined);
        expect(found).toEqual(all.slice(many).toSorted());
      }),
    );
  });
});
