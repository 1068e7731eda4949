import { describe, it } from '@jest/globals';
import {
  endOfMay,
  endOfYear,
  february,
  january,
  pairUnit as pair,
  teamFormed,
  unitPaired,
  unitUnpaired,
  unpairUnit as unpair,
} from '@redress/contracts/inspection/team.examples';
import {
  lead,
  officer,
  operator,
  strangeUnit,
  today,
} from '@redress/contracts/rectification/people.examples';
import type { Day } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { teams } from '../team/team.js';
import { pairUnit, unpairUnit } from './pair-unit.js';

const { given } = specFor(teams);
const alone = given(teamFormed);
const paired = given(teamFormed, unitPaired);
const parted = given(teamFormed, unitPaired, unitUnpaired);
const again = { ...pair, from: '2026-06-01' as Day };

describe('a unit is paired with a team', () => {
  it('among others, and after a time once more', () => {
    alone.when(pairUnit(pair, officer, today, true)).yields(unitPaired);
    const other = { ...pair, unit: strangeUnit, until: endOfMay };
    paired.when(pairUnit(other, operator, today, true)).yields({ type: 'UnitPaired', data: other });
    const oneDay = { ...pair, until: february };
    alone.when(pairUnit(oneDay, officer, today, true)).yields(having(unitPaired, { until: february }));
    parted.when(pairUnit(again, officer, today, true)).yields(having(unitPaired, { from: again.from }));
  });

  it('once, even when it is told again afterwards, or with its end', () => {
    paired.when(pairUnit(pair, officer, today, false)).changesNothing();
    parted.when(pairUnit(pair, officer, today, true)).changesNothing();
    paired.when(pairUnit({ ...pair, until: endOfMay }, officer, today, true)).yields(unitUnpaired);
  });

  it.each([
    ['may-not-form-teams', alone, pair, lead, true],
    ['no-such-team', given(), pair, officer, true],
    ['unit-not-there-then', alone, pair, officer, false],
    ['ends-before-it-begins', alone, { ...pair, until: january }, officer, true],
    ['outside-the-term', alone, { ...pair, from: '2025-12-31' as Day }, officer, true],
    ['outside-the-term', alone, { ...pair, until: '2027-01-01' as Day }, officer, true],
    ['already-paired-then', paired, again, officer, true],
    ['already-paired-then', parted, { ...pair, from: endOfMay }, officer, true],
    ['already-paired-then', paired, { ...pair, from: january }, officer, true],
    ['ended-otherwise', parted, { ...pair, until: endOfYear }, officer, true],
  ] as const)('but not when %s', (reason, team, command, actor, isThere) => {
    team.when(pairUnit(command, actor, today, isThere)).isRejected(reason);
  });
});

describe('a unit is paired no longer', () => {
  it('after a day', () => {
    paired.when(unpairUnit(unpair, officer, today)).yields(unitUnpaired);
    parted.when(unpairUnit(unpair, officer, today)).changesNothing();
  });

  it.each([
    ['may-not-form-teams', paired, unpair, lead],
    ['no-such-team', given(), unpair, officer],
    ['not-paired', alone, unpair, officer],
    ['not-paired', paired, { ...unpair, unit: strangeUnit }, officer],
    ['not-paired', paired, { ...unpair, until: january }, officer],
    ['ended-otherwise', parted, { ...unpair, until: february }, officer],
  ] as const)('but not when %s', (reason, team, command, actor) => {
    team.when(unpairUnit(command, actor, today)).isRejected(reason);
  });
});
