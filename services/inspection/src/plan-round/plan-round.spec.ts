import { describe, expect, it } from '@jest/globals';
import type { PlanRound, RoundRejection } from '@redress/contracts/inspection/plan-round';
import {
  planRound as asked,
  roundClosed,
  roundPlanned,
  roundScoped,
} from '@redress/contracts/inspection/round.examples';
import { january, otherTeam, teamId } from '@redress/contracts/inspection/team.examples';
import {
  inspector,
  leadUnit,
  officer,
  strangeUnit,
  supportingUnit,
  today,
} from '@redress/contracts/rectification/people.examples';
import type { UnitId } from '@redress/contracts/values';
import { versioned } from '@redress/contracts/event';
import { fold } from '@redress/eventsourcing/aggregate';
import { having, specFor } from '@redress/eventsourcing/spec';
import { groundOf } from '../round/ground.examples.js';
import { rounds } from '../round/round.js';
import { planRound } from './plan-round.js';

const { given } = specFor(rounds);
const nothing = given();
const planned = given(roundPlanned, roundScoped);
const ground = groundOf(...asked.units);
const { roundId, title, from, until, checklistId, checklistVersion } = asked;
const untold = { roundId, title, from, until, checklistId, checklistVersion };
const tree = { unit: strangeUnit, itself: true, on: today };
const many = (count: number): readonly UnitId[] =>
  Array.from({ length: count }, (_, n) => `0190a5c4-1111-7aaa-8aaa-${String(n).padStart(12, '0')}` as UnitId);

describe('a round is planned', () => {
  it('over named units, each with the teams that are paired with it', () => {
    nothing.when(planRound(asked, officer, ground, true)).yields(roundPlanned, roundScoped);
  });

  it('over what the tree has, which is kept with where it was taken from', () => {
    nothing
      .when(planRound({ ...untold, tree }, officer, ground, true))
      .yields(having(roundPlanned, { tree }), roundScoped);
  });

  it('with a pairing of its own', () => {
    const pairing = [
      { team: otherTeam, units: [...asked.units] },
      { team: teamId, units: [leadUnit] },
    ];
    const groups = [
      { teams: [teamId, otherTeam], units: [leadUnit] },
      { teams: [otherTeam], units: [supportingUnit] },
    ];
    nothing
      .when(planRound({ ...asked, pairing }, officer, ground, true))
      .yields(having(roundPlanned, { pairedBy: 'office' }), having(roundScoped, { groups }));
  });

  it('over ten thousand units, in events that each have room for theirs', () => {
    const all = groundOf(...many(10_000));
    const decision = planRound({ ...untold, tree }, officer, all, true)({ status: 'unknown' });
    if ('rejected' in decision) throw new Error(decision.rejected);
    expect(decision.map(({ type }) => type)).toEqual(['RoundPlanned', 'RoundScoped', 'RoundScoped']);
    for (const event of decision) expect(JSON.stringify(event).length).toBeLessThan(250_000);
    const round = fold(
      rounds,
      decision.map((event) => versioned(rounds, event)),
    );
    expect(round).toMatchObject({ status: 'planned', scope: { size: 10_000 } });
  });
});

describe('no round is planned', () => {
  const isRefused = (reason: RoundRejection, change: Partial<PlanRound>, on = ground): void => {
    nothing.when(planRound({ ...asked, ...change }, officer, on, true)).isRejected(reason);
  };

  it('by anybody but the office, nor by a checklist that there is not', () => {
    nothing.when(planRound(asked, inspector, ground, true)).isRejected('not-the-office');
    nothing.when(planRound(asked, officer, ground, false)).isRejected('no-such-checklist');
  });

  it('over both or neither, over nothing, too much, or what is not there', () => {
    isRefused('scope-unclear', { tree });
    nothing.when(planRound(untold, officer, ground, true)).isRejected('scope-unclear');
    isRefused('nothing-in-scope', {}, groundOf());
    isRefused('too-many-units', {}, groundOf(...many(10_001)));
    isRefused('no-such-unit', {}, { ...ground, there: new Set([leadUnit]) });
  });

  it('that ends before it begins', () => {
    isRefused('ends-before-it-begins', { until: january });
  });

  it('with a team that there is not, or that is to see what is not in it', () => {
    isRefused(
      'no-such-team',
      { pairing: [{ team: teamId, units: [leadUnit] }] },
      { ...ground, teams: new Set() },
    );
    isRefused('paired-outside-the-scope', { pairing: [{ team: teamId, units: [strangeUnit] }] });
  });
});

describe('planned again', () => {
  it('it is the same whatever teams and tree are by now', () => {
    const otherwise = { ...ground, pairing: [] };
    planned.when(planRound(asked, officer, otherwise, true)).changesNothing();
    given(roundPlanned, roundScoped, roundClosed)
      .when(planRound(asked, officer, ground, true))
      .changesNothing();
    given(having(roundPlanned, { tree }), roundScoped)
      .when(planRound({ ...untold, tree }, officer, groundOf(leadUnit), true))
      .changesNothing();
  });

  it.each<[string, Partial<typeof asked>]>([
    ['another title', { title: 'Another' }],
    ['another day', { until: asked.from }],
    ['other units', { units: [leadUnit, strangeUnit] }],
  ])('it is another with %s', (_, change) => {
    planned.when(planRound({ ...asked, ...change }, officer, ground, true)).isRejected('round-is-another');
  });

  it('it is another with a pairing of its own', () => {
    const paired = { ...asked, pairing: [{ team: teamId, units: [leadUnit] }] };
    planned.when(planRound(paired, officer, ground, true)).isRejected('round-is-another');
    const byOffice = having(roundPlanned, { pairedBy: 'office' });
    given(byOffice, roundScoped)
      .when(planRound(paired, officer, ground, true))
      .changesNothing();
    const other = { ...asked, pairing: [{ team: otherTeam, units: [leadUnit] }] };
    given(byOffice, roundScoped)
      .when(planRound(other, officer, ground, true))
      .isRejected('round-is-another');
  });
});
