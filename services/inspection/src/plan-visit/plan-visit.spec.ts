import { describe, it } from '@jest/globals';
import type { PlanVisit } from '@redress/contracts/inspection/plan-visit';
import { roundClosed, roundPlanned, roundScoped } from '@redress/contracts/inspection/round.examples';
import { otherTeam, substitute, teamId } from '@redress/contracts/inspection/team.examples';
import {
  check,
  inspectorsNamed,
  laterDay,
  nameInspectors as naming,
  plannedAt,
  planVisit as asked,
  recusalChecked,
  selfCheckPlanned,
  visitDay,
  visitPlanned,
} from '@redress/contracts/inspection/visit.examples';
import type { Actor } from '@redress/contracts/envelope';
import {
  inspector,
  lead,
  officer,
  strangeUnit,
  stranger,
  supportingUnit,
} from '@redress/contracts/rectification/people.examples';
import { having, specFor } from '@redress/eventsourcing/spec';
import { rounds } from '../round/round.js';
import { asEmployee, asHead, asMember, asRecused, asStranger } from '../visit/standing.examples.js';
import { cancelled, missed, named, signed, submitted } from '../visit/histories.examples.js';
import type { Standing } from '../visit/standing.js';
import { visits } from '../visit/visit.js';
import { nameInspectors } from './name-inspectors.js';
import { planVisit, type VisitGround } from './plan-visit.js';

const { given } = specFor(visits);
const nothing = given();
const round = [roundPlanned, roundScoped].reduce(rounds.evolve, rounds.initial);
const ground: VisitGround = { round, hasTeam: true, hasChecklist: true, isUnitThere: true };

const planning = (
  change: Partial<PlanVisit> = {},
  around: Partial<VisitGround> = {},
  actor: Actor = officer,
  standing: Standing = asStranger,
) =>
  planVisit(
    { ...asked, ...change },
    actor,
    { today: visitDay, now: plannedAt, standing },
    { ...ground, ...around },
  );

describe('a visit is planned', () => {
  it('by the office, or the head of the team', () => {
    nothing.when(planning()).yields(visitPlanned);
    nothing.when(planning({}, {}, inspector, asHead)).yields(visitPlanned, recusalChecked);
    nothing.when(planning({}, {}, inspector, { ...asRecused, part: 'head' })).isRejected('recused');
    nothing.when(planning({}, {}, inspector, asMember)).isRejected('may-not-plan-visits');
    nothing.when(planning({}, {}, lead, asStranger)).isRejected('may-not-plan-visits');
  });

  it('as a self-check by the unit itself', () => {
    nothing.when(planning({ kind: 'self-check' }, {}, lead, asEmployee)).yields(selfCheckPlanned);
    nothing.when(planning({ kind: 'self-check' }, {}, stranger)).isRejected('may-not-plan-visits');
    nothing.when(planning({ kind: 'self-check', teamId })).isRejected('self-check-has-no-team');
  });

  it('in a round that goes on, to a unit of its scope', () => {
    nothing.when(planning({}, { round: rounds.initial })).isRejected('no-such-round');
    nothing.when(planning({}, { round: rounds.evolve(round, roundClosed) })).isRejected('round-is-closed');
    nothing.when(planning({ unit: strangeUnit })).isRejected('not-in-scope');
  });

  it('for a team, by default the one of the round', () => {
    nothing.when(planning({ teamId: otherTeam })).yields(having(visitPlanned, { teamId: otherTeam }));
    nothing.when(planning({ unit: supportingUnit })).isRejected('team-needed');
    nothing.when(planning({}, { hasTeam: false })).isRejected('no-such-team');
  });

  it('by a checklist that there is, by default that of the round', () => {
    nothing.when(planning({ checklistVersion: 2 })).isRejected('no-such-checklist');
    nothing.when(planning({}, { hasChecklist: false })).isRejected('no-such-checklist');
  });

  it('to a unit that there is, on a day that has not passed', () => {
    nothing.when(planning({}, { isUnitThere: false })).isRejected('no-such-unit');
    nothing.when(planning({ on: '2026-03-19' as typeof visitDay })).isRejected('planned-for-the-past');
  });

  it('once: again it is silence, with anything else another visit', () => {
    given(...submitted)
      .when(planning({}, { round: rounds.evolve(round, roundClosed) }))
      .changesNothing();
    given(visitPlanned)
      .when(planning({ on: laterDay }))
      .isRejected('visit-is-another');
    given(visitPlanned)
      .when(planning({ teamId: otherTeam }))
      .isRejected('visit-is-another');
    const alone = { ...asked, roundId: undefined } as unknown as PlanVisit;
    given(visitPlanned).when(planning(alone)).isRejected('visit-is-another');
  });
});

describe('inspectors are named', () => {
  const by = (theirs: Standing, actor: Actor = officer, standing: Standing = asStranger) =>
    nameInspectors(naming, actor, standing, [theirs]);

  it('with what was checked of each', () => {
    given(visitPlanned).when(by(asMember)).yields(inspectorsNamed);
    given(visitPlanned)
      .when(by(asMember, inspector, asHead))
      .yields(recusalChecked, inspectorsNamed);
    given(visitPlanned)
      .when(by(asMember, inspector, { ...asRecused, part: 'head' }))
      .isRejected('recused');
  });

  it('instead of those before', () => {
    const theirs: Standing = { ...asMember, check: { ...check, person: substitute } };
    given(...named)
      .when(nameInspectors({ ...naming, inspectors: [substitute] }, officer, asStranger, [theirs]))
      .yields(
        having(inspectorsNamed, {
          inspectors: [substitute],
          checks: [{ ...check, person: substitute }],
        }),
      );
  });

  it('out of the team, and nobody who has a part in the unit', () => {
    given(visitPlanned).when(by(asStranger)).isRejected('not-in-the-team');
    given(visitPlanned).when(by(asRecused)).isRejected('recused');
    const { on, leadsUnit } = asMember;
    given(visitPlanned)
      .when(by({ on, leadsUnit, part: 'member', check: undefined }))
      .isRejected('recused');
  });

  it('by who plans, for a visit that takes place', () => {
    given().when(by(asMember)).isRejected('no-such-visit');
    given(visitPlanned)
      .when(by(asMember, inspector, asMember))
      .isRejected('may-not-plan-visits');
    given(selfCheckPlanned).when(by(asMember)).isRejected('self-check-has-no-inspectors');
    given(...submitted)
      .when(by(asMember))
      .isRejected('visit-is-submitted');
    given(...cancelled)
      .when(by(asMember))
      .isRejected('visit-is-cancelled');
    given(...missed)
      .when(by(asMember))
      .isRejected('visit-is-missed');
    given(...signed)
      .when(by(asRecused))
      .changesNothing();
  });
});
