import { describe, it } from '@jest/globals';
import {
  dissolveTeam as dissolve,
  endOfFebruary,
  endOfMay,
  endOfYear,
  february,
  formTeam as form,
  january,
  teamDissolved,
  teamFormed,
  teamId,
} from '@redress/contracts/inspection/team.examples';
import { inspector, lead, officer, operator, today } from '@redress/contracts/rectification/people.examples';
import type { Day } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { teams } from '../team/team.js';
import { dissolveTeam, formTeam } from './form-team.js';

const { given } = specFor(teams);
const untouched = given();
const formed = given(teamFormed);
const endless = { teamId, name: form.name, from: january };
const withoutEnd = given({ type: 'TeamFormed', data: endless });
const gone = given(teamFormed, teamDissolved);

describe('a team is formed', () => {
  it('for a term, or until it is dissolved', () => {
    untouched.when(formTeam(form, officer, today)).yields(teamFormed);
    untouched.when(formTeam(form, operator, today)).yields(teamFormed);
    untouched.when(formTeam(endless, officer, today)).yields({ type: 'TeamFormed', data: endless });
    const oneDay = { ...form, until: january };
    untouched.when(formTeam(oneDay, officer, today)).yields(having(teamFormed, { until: january }));
  });

  it('once: the same again is silence, also when it was dissolved since', () => {
    formed.when(formTeam(form, operator, today)).changesNothing();
    formed.when(formTeam(endless, operator, today)).changesNothing();
    gone.when(formTeam(form, operator, today)).changesNothing();
  });

  it('and its term may be told later', () => {
    withoutEnd
      .when(formTeam(form, operator, today))
      .yields({ type: 'TeamDissolved', data: { teamId, until: endOfYear } });
  });

  it.each([
    ['may-not-form-teams', untouched, form, lead],
    ['may-not-form-teams', untouched, form, inspector],
    ['team-is-another', formed, { ...form, name: '督查二组' }, officer],
    ['team-is-another', formed, { ...form, from: february }, officer],
    ['ends-before-it-begins', untouched, { ...form, from: february, until: january }, officer],
    ['ended-otherwise', formed, { ...form, until: '2027-01-01' as Day }, officer],
    ['ended-otherwise', formed, { ...form, until: endOfFebruary }, officer],
  ] as const)('but not when %s', (reason, team, command, actor) => {
    team.when(formTeam(command, actor, today)).isRejected(reason);
  });
});

describe('a team is dissolved', () => {
  it('before the end of its term, today at the earliest; or on any day when no end was known', () => {
    formed.when(dissolveTeam(dissolve, officer, today)).yields(teamDissolved);
    formed
      .when(dissolveTeam({ teamId, until: today }, officer, today))
      .yields(having(teamDissolved, { until: today }));
    withoutEnd
      .when(dissolveTeam({ teamId, until: endOfFebruary }, operator, today))
      .yields(having(teamDissolved, { until: endOfFebruary }));
  });

  it('once', () => {
    gone.when(dissolveTeam(dissolve, officer, today)).changesNothing();
  });

  it.each([
    ['may-not-form-teams', formed, dissolve, lead],
    ['no-such-team', untouched, dissolve, officer],
    ['ends-before-it-begins', withoutEnd, { teamId, until: '2025-12-31' as Day }, officer],
    ['ended-otherwise', formed, { teamId, until: endOfFebruary }, officer],
    ['ended-otherwise', gone, { teamId, until: endOfYear }, officer],
  ] as const)('but not when %s', (reason, team, command, actor) => {
    team.when(dissolveTeam(command, actor, today)).isRejected(reason);
  });

  it('and then its end may still be brought forward', () => {
    gone
      .when(dissolveTeam({ teamId, until: today }, officer, today))
      .yields(having(teamDissolved, { until: today }));
    formed.when(dissolveTeam({ teamId, until: endOfMay }, officer, endOfMay)).yields(teamDissolved);
  });
});
