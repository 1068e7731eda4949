import { describe, it } from '@jest/globals';
import {
  endOfFebruary,
  endOfMay,
  endOfYear,
  february,
  headJoined,
  headLeft,
  january,
  joinAsHead,
  leaveTeam as leave,
  march,
  substitute,
  teamFormed,
} from '@redress/contracts/inspection/team.examples';
import {
  inspector,
  officer,
  operator,
  today,
  tomorrow,
} from '@redress/contracts/rectification/people.examples';
import type { Day } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { teams } from '../team/team.js';
import { joinTeam, leaveTeam } from './join-team.js';

const { given } = specFor(teams);
const empty = given(teamFormed);
const headed = given(teamFormed, headJoined);
const left = given(teamFormed, headJoined, headLeft);
const foreseen = having(headJoined, { until: endOfMay });
const planned = given(teamFormed, foreseen);

const another = { ...joinAsHead, person: substitute };
const asMember = { ...another, part: 'member' } as const;
const nextHead = { ...another, from: '2026-06-01' as Day };

describe('a person joins a team', () => {
  it('as its head, a member or a substitute, from a day on or from one day to another', () => {
    empty.when(joinTeam(joinAsHead, officer, today, true)).yields(headJoined);
    headed.when(joinTeam(asMember, operator, today, true)).yields({ type: 'MemberJoined', data: asMember });
    const until = endOfFebruary;
    const substituting = { ...another, part: 'substitute', until } as const;
    headed
      .when(joinTeam(substituting, officer, today, true))
      .yields({ type: 'MemberJoined', data: substituting });
    empty
      .when(joinTeam({ ...joinAsHead, until: endOfYear }, officer, today, true))
      .yields(having(headJoined, { until: endOfYear }));
  });

  it('for one day only, and as the head of a team that has members', () => {
    const oneDay = { ...asMember, until: january };
    empty.when(joinTeam(oneDay, officer, today, true)).yields({ type: 'MemberJoined', data: oneDay });
    given(teamFormed, { type: 'MemberJoined', data: asMember })
      .when(joinTeam(joinAsHead, officer, today, true))
      .yields(headJoined);
  });

  it('as the next head, on the day after the last one left', () => {
    left.when(joinTeam(nextHead, officer, today, true)).yields({ type: 'MemberJoined', data: nextHead });
  });

  it('in another part, on the day after the one before ended', () => {
    const again = { ...joinAsHead, part: 'member', from: '2026-06-01' as Day } as const;
    left.when(joinTeam(again, officer, today, true)).yields({ type: 'MemberJoined', data: again });
  });

  it('once: the same again is silence, also when they left since or the directory knows them no more', () => {
    headed.when(joinTeam(joinAsHead, operator, today, false)).changesNothing();
    left.when(joinTeam(joinAsHead, operator, today, true)).changesNothing();
    const plannedThenShortened = given(teamFormed, foreseen, having(headLeft, { until: today }));
    plannedThenShortened
      .when(joinTeam({ ...joinAsHead, until: endOfMay }, operator, today, true))
      .changesNothing();
  });

  it('and an end that is told later ends it', () => {
    headed.when(joinTeam({ ...joinAsHead, until: endOfMay }, operator, today, true)).yields(headLeft);
  });

  it.each([
    ['may-not-form-teams', empty, joinAsHead, inspector, true],
    ['no-such-team', given(), joinAsHead, officer, true],
    ['nobody-with-this-id', empty, joinAsHead, officer, false],
    ['ends-before-it-begins', empty, { ...joinAsHead, from: march, until: endOfFebruary }, officer, true],
    ['outside-the-term', empty, { ...joinAsHead, from: '2025-12-31' as Day }, officer, true],
    ['outside-the-term', empty, { ...joinAsHead, from: '2027-01-01' as Day }, officer, true],
    ['outside-the-term', empty, { ...joinAsHead, until: '2027-01-01' as Day }, officer, true],
    ['already-a-member-then', headed, { ...joinAsHead, part: 'member' }, officer, true],
    ['already-a-member-then', left, { ...joinAsHead, part: 'member', from: endOfMay }, officer, true],
    ['already-a-member-then', headed, { ...joinAsHead, from: march }, officer, true],
    ['has-a-head-then', headed, another, officer, true],
    ['has-a-head-then', left, { ...another, from: endOfMay }, officer, true],
    ['has-a-head-then', given(teamFormed, having(headJoined, { from: march })), another, officer, true],
    ['ended-otherwise', left, { ...joinAsHead, until: endOfYear }, officer, true],
  ] as const)('but not when %s', (reason, team, command, actor, isKnown) => {
    team.when(joinTeam(command, actor, today, isKnown)).isRejected(reason);
  });
});

describe('a person leaves a team', () => {
  it('on a day that may be past, unless an end was foreseen', () => {
    headed.when(leaveTeam(leave, officer, today)).yields(headLeft);
    headed
      .when(leaveTeam({ ...leave, until: february }, operator, today))
      .yields(having(headLeft, { until: february }));
    planned
      .when(leaveTeam({ ...leave, until: today }, officer, today))
      .yields(having(headLeft, { until: today }));
    left.when(leaveTeam(leave, officer, today)).changesNothing();
  });

  it('which ends the latest membership that had begun', () => {
    const again = having(headJoined, { from: march });
    const beforeAndAgain = given(teamFormed, having(headJoined, { until: endOfFebruary }), again);
    beforeAndAgain.when(leaveTeam(leave, officer, today)).yields(having(headLeft, { from: march }));
    const toldBackwards = given(teamFormed, again, having(headJoined, { until: endOfFebruary }));
    toldBackwards.when(leaveTeam(leave, officer, today)).yields(having(headLeft, { from: march }));
  });

  it.each([
    ['may-not-form-teams', headed, leave, inspector],
    ['no-such-team', given(), leave, officer],
    ['not-a-member', empty, leave, officer],
    ['not-a-member', headed, { ...leave, person: substitute }, officer],
    ['not-a-member', headed, { ...leave, until: '2025-12-31' as Day }, officer],
    ['ended-otherwise', left, { ...leave, until: endOfYear }, officer],
    ['ended-otherwise', planned, { ...leave, until: january }, officer],
  ] as const)('but not when %s', (reason, team, command, actor) => {
    team.when(leaveTeam(command, actor, today)).isRejected(reason);
  });

  it('and who was to leave later may be said to leave today, not yesterday', () => {
    planned.when(leaveTeam({ ...leave, until: today }, officer, tomorrow)).isRejected('ended-otherwise');
  });
});
