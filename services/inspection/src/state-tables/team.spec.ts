import { expect, it } from '@jest/globals';
import {
  endOfFebruary,
  endOfMay,
  endOfYear,
  formTeam as form,
  headJoined,
  headLeft,
  joinAsHead,
  leaveTeam as leave,
  march,
  ofTheLiaison,
  pairUnit as pair,
  stationLiaison as station,
  substitute,
  teamDissolved,
  teamFormed,
  teamId,
} from '@redress/contracts/inspection/team.examples';
import type { TeamEvent } from '@redress/contracts/inspection/team.events';
import { officer, today } from '@redress/contracts/rectification/people.examples';
import type { Day } from '@redress/contracts/values';
import { having } from '@redress/eventsourcing/spec';
import { driven } from '@redress/eventsourcing/state-table';
import { dissolveTeam, formTeam } from '../form-team/form-team.js';
import { joinTeam, leaveTeam } from '../join-team/join-team.js';
import { pairUnit } from '../pair-unit/pair-unit.js';
import { stationLiaison } from '../station-liaison/station-liaison.js';
import { type Team, teams } from '../team/team.js';
import { tableUnder } from './readme.examples.js';

const formed: TeamEvent = { type: 'TeamFormed', data: { teamId, name: form.name, from: form.from } };
const from = march;
const fit = { isKnown: true, isThere: true, recusal: ofTheLiaison };

it('the README says what every command does to a team, in every status', () => {
  const commands = {
    FormTeam: formTeam({ teamId, name: '督查二组', from }, officer, today),
    JoinTeam: joinTeam({ ...joinAsHead, from }, officer, today, true),
    PairUnit: pairUnit({ ...pair, from }, officer, today, true),
    StationLiaison: stationLiaison({ ...station, from }, officer, today, fit),
    DissolveTeam: dissolveTeam({ teamId, until: endOfYear }, officer, today),
  };
  const dissolved = [formed, having(teamDissolved, { until: endOfFebruary })];
  const statusOf = (team: Team): string =>
    team.status === 'formed' && team.term.until !== undefined ? 'dissolved' : team.status;
  expect(tableUnder('Teams')).toEqual(driven(teams, commands, [[], [formed], dissolved], statusOf));
});

it('the README says what every command does to a member, whether in the team or not', () => {
  const june = '2026-06-01' as Day;
  const commands = {
    JoinTeam: joinTeam({ ...joinAsHead, from: june }, officer, today, true),
    'JoinTeam, as another head': joinTeam(
      { ...joinAsHead, person: substitute, from: june },
      officer,
      today,
      true,
    ),
    LeaveTeam: leaveTeam({ ...leave, until: today }, officer, endOfMay),
  };
  const statusOf = (team: Team): string => {
    const theirs =
      team.status === 'formed' ? team.members.filter(({ person }) => person === joinAsHead.person) : [];
    if (theirs.length === 0) return 'not in it';
    return theirs.some(({ until }) => until === undefined) ? 'in it' : 'left';
  };
  const histories = [[teamFormed], [teamFormed, headJoined], [teamFormed, headJoined, headLeft]];
  expect(tableUnder('A member of a team')).toEqual(driven(teams, commands, histories, statusOf));
});
