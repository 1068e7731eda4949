import { describe, it } from '@jest/globals';
import { interestInLeadUnit } from '@redress/contracts/inspection/interest.examples';
import {
  endOfMay,
  endOfYear,
  february,
  january,
  liaisonStationed,
  liaisonWithdrawn,
  member,
  ofTheLiaison,
  stationLiaison as station,
  teamFormed,
  withdrawLiaison as withdraw,
} from '@redress/contracts/inspection/team.examples';
import { lead, leadUnit, officer, operator, today } from '@redress/contracts/rectification/people.examples';
import type { Day } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { teams } from '../team/team.js';
import { stationLiaison, withdrawLiaison } from './station-liaison.js';

const { given } = specFor(teams);
const alone = given(teamFormed);
const stationed = given(teamFormed, liaisonStationed);
const withdrawn = given(teamFormed, liaisonStationed, liaisonWithdrawn);
const fit = { isKnown: true, isThere: true, recusal: ofTheLiaison };
const recused = { ...ofTheLiaison, conflicts: [interestInLeadUnit] };

describe('a liaison is stationed', () => {
  it('at a unit, at several, and with others', () => {
    alone.when(stationLiaison(station, officer, today, fit)).yields(liaisonStationed);
    const elsewhere = { ...station, unit: leadUnit, until: endOfMay };
    stationed
      .when(stationLiaison(elsewhere, operator, today, fit))
      .yields({ type: 'LiaisonStationed', data: { ...elsewhere, recusal: ofTheLiaison } });
    const oneDay = { ...station, until: february };
    alone
      .when(stationLiaison(oneDay, officer, today, fit))
      .yields(having(liaisonStationed, { until: february }));
    stationed
      .when(stationLiaison({ ...station, person: member }, officer, today, fit))
      .yields(having(liaisonStationed, { person: member }));
  });

  it('and after a time once more', () => {
    const again = { ...station, from: '2026-06-01' as Day };
    withdrawn
      .when(stationLiaison(again, officer, today, fit))
      .yields(having(liaisonStationed, { from: again.from }));
  });

  it('once, whatever became of person and unit since', () => {
    const unfit = { isKnown: false, isThere: false, recusal: recused };
    stationed.when(stationLiaison(station, officer, today, unfit)).changesNothing();
    withdrawn.when(stationLiaison(station, officer, today, fit)).changesNothing();
    stationed
      .when(stationLiaison({ ...station, until: endOfMay }, officer, today, unfit))
      .yields(liaisonWithdrawn);
  });

  it.each([
    ['may-not-form-teams', alone, station, lead, fit],
    ['no-such-team', given(), station, officer, fit],
    ['nobody-with-this-id', alone, station, officer, { ...fit, isKnown: false }],
    ['unit-not-there-then', alone, station, officer, { ...fit, isThere: false }],
    ['ends-before-it-begins', alone, { ...station, until: january }, officer, fit],
    ['outside-the-term', alone, { ...station, until: '2027-01-01' as Day }, officer, fit],
    ['already-a-liaison-then', stationed, { ...station, from: endOfMay }, officer, fit],
    ['liaison-is-recused', alone, station, officer, { ...fit, recusal: recused }],
    ['ended-otherwise', withdrawn, { ...station, until: endOfYear }, officer, fit],
  ] as const)('but not when %s', (reason, team, command, actor, facts) => {
    team.when(stationLiaison(command, actor, today, facts)).isRejected(reason);
  });
});

describe('a liaison is withdrawn', () => {
  it('after a day', () => {
    stationed.when(withdrawLiaison(withdraw, officer, today)).yields(liaisonWithdrawn);
    withdrawn.when(withdrawLiaison(withdraw, officer, today)).changesNothing();
  });

  it.each([
    ['may-not-form-teams', stationed, withdraw, lead],
    ['no-such-team', given(), withdraw, officer],
    ['not-a-liaison', alone, withdraw, officer],
    ['not-a-liaison', stationed, { ...withdraw, unit: leadUnit }, officer],
    ['not-a-liaison', stationed, { ...withdraw, person: member }, officer],
    ['ended-otherwise', withdrawn, { ...withdraw, until: endOfYear }, officer],
  ] as const)('but not when %s', (reason, team, command, actor) => {
    team.when(withdrawLiaison(command, actor, today)).isRejected(reason);
  });
});
