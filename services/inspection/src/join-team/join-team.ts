import type { Actor } from '@redress/contracts/envelope';
import type { JoinTeam, LeaveTeam } from '@redress/contracts/inspection/join-team';
import type { TeamRejection } from '@redress/contracts/inspection/team-rejections';
import type { TeamEvent } from '@redress/contracts/inspection/team.events';
import type { Day, TeamId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { ending, lastBegun, overlaps, toldAgain } from '../dated/dated.js';
import { mayFormTeams } from '../team/may-form-teams.js';
import type { Membership, Team } from '../team/team.js';
import { isWithin } from '../team/within-the-term.js';

type Decide = (team: Team) => Decision<TeamEvent, TeamRejection>;

/** A person joins, in one part at a time. `isKnown` says whether the directory knows the person. */
export const joinTeam =
  ({ teamId, person, part, from, until }: JoinTeam, actor: Actor, today: Day, isKnown: boolean): Decide =>
  (team) => {
    if (!mayFormTeams(actor)) return reject('may-not-form-teams');
    if (team.status === 'unknown') return reject('no-such-team');
    const their = team.members.filter((member) => member.person === person);
    const told = their.find((member) => member.part === part && member.from === from);
    if (told) return toldAgain(told, until, today, (day) => left(teamId, told, day));
    if (!isKnown) return reject('nobody-with-this-id');
    if (until !== undefined && until < from) return reject('ends-before-it-begins');
    if (!isWithin({ from, until }, team.term)) return reject('outside-the-term');
    if (their.some(overlaps({ from, until }))) return reject('already-a-member-then');
    const heads = team.members.filter((member) => member.part === 'head');
    if (part === 'head' && heads.some(overlaps({ from, until }))) return reject('has-a-head-then');

    return [{ type: 'MemberJoined', data: { teamId, person, part, from, ...(until && { until }) } }];
  };

/** A person leaves; that day is the last. */
export const leaveTeam =
  ({ teamId, person, until }: LeaveTeam, actor: Actor, today: Day): Decide =>
  (team) => {
    if (!mayFormTeams(actor)) return reject('may-not-form-teams');
    if (team.status === 'unknown') return reject('no-such-team');
    const their = team.members.filter((member) => member.person === person);
    const last = lastBegun(their, until);
    return last ? ending(last, until, today, left(teamId, last, until)) : reject('not-a-member');
  };

const left = (teamId: TeamId, { person, part, from }: Membership, until: Day): TeamEvent => ({
  type: 'MemberLeft',
  data: { teamId, person, part, from, until },
});
