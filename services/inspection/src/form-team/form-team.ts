import type { Actor } from '@redress/contracts/envelope';
import type { DissolveTeam, FormTeam } from '@redress/contracts/inspection/form-team';
import type { TeamRejection } from '@redress/contracts/inspection/team-rejections';
import type { TeamEvent } from '@redress/contracts/inspection/team.events';
import type { Day } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { ending, toldAgain } from '../dated/dated.js';
import { mayFormTeams } from '../team/may-form-teams.js';
import type { Team } from '../team/team.js';

type Decide = (team: Team) => Decision<TeamEvent, TeamRejection>;

/** The office forms a team, for a term or until it is dissolved. */
export const formTeam =
  ({ teamId, name, from, until }: FormTeam, actor: Actor, today: Day): Decide =>
  (team) => {
    if (!mayFormTeams(actor)) return reject('may-not-form-teams');
    if (team.status === 'formed') {
      if (team.name !== name || team.term.from !== from) return reject('team-is-another');
      return toldAgain(team.term, until, today, (day) => dissolved(teamId, day));
    }
    if (until !== undefined && until < from) return reject('ends-before-it-begins');

    return [{ type: 'TeamFormed', data: { teamId, name, from, ...(until && { until }) } }];
  };

/** The office dissolves a team; that day is its last. */
export const dissolveTeam =
  ({ teamId, until }: DissolveTeam, actor: Actor, today: Day): Decide =>
  (team) => {
    if (!mayFormTeams(actor)) return reject('may-not-form-teams');
    if (team.status === 'unknown') return reject('no-such-team');
    return ending(team.term, until, today, dissolved(teamId, until));
  };

const dissolved = (teamId: DissolveTeam['teamId'], until: Day): TeamEvent => ({
  type: 'TeamDissolved',
  data: { teamId, until },
});
