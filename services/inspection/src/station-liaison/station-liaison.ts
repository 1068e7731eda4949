import type { Actor } from '@redress/contracts/envelope';
import type { StationLiaison, WithdrawLiaison } from '@redress/contracts/inspection/station-liaison';
import type { RecusalOfEvent } from '@redress/contracts/inspection/recusal';
import type { TeamRejection } from '@redress/contracts/inspection/team-rejections';
import type { TeamEvent } from '@redress/contracts/inspection/team.events';
import type { Day, TeamId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { ending, lastBegun, overlaps, toldAgain } from '../dated/dated.js';
import { isRecused } from '../recusal/recusal.js';
import { mayFormTeams } from '../team/may-form-teams.js';
import type { Station, Team } from '../team/team.js';
import { isWithin } from '../team/within-the-term.js';

type Decide = (team: Team) => Decision<TeamEvent, TeamRejection>;

/** What the directory and the recusal rule say of person and unit, on the first day. */
export type LiaisonFacts = {
  readonly isKnown: boolean;
  readonly isThere: boolean;
  readonly recusal: RecusalOfEvent;
};

/** A person is to stay in touch with a unit for the team: nobody of the unit itself, as with a visit. */
export const stationLiaison =
  (
    { teamId, person, unit, from, until }: StationLiaison,
    actor: Actor,
    today: Day,
    facts: LiaisonFacts,
  ): Decide =>
  (team) => {
    if (!mayFormTeams(actor)) return reject('may-not-form-teams');
    if (team.status === 'unknown') return reject('no-such-team');
    const same = ofBoth(team.liaisons, { person, unit });
    const told = same.find((station) => station.from === from);
    if (told) return toldAgain(told, until, today, (day) => withdrawn(teamId, told, day));
    if (!facts.isKnown) return reject('nobody-with-this-id');
    if (!facts.isThere) return reject('unit-not-there-then');
    if (until !== undefined && until < from) return reject('ends-before-it-begins');
    if (!isWithin({ from, until }, team.term)) return reject('outside-the-term');
    if (same.some(overlaps({ from, until }))) return reject('already-a-liaison-then');
    if (isRecused(facts.recusal)) return reject('liaison-is-recused');

    const { recusal } = facts;
    const data = { teamId, person, unit, from, ...(until && { until }), recusal };
    return [{ type: 'LiaisonStationed', data }];
  };

/** A person is the liaison no longer; that day is the last. */
export const withdrawLiaison =
  ({ teamId, person, unit, until }: WithdrawLiaison, actor: Actor, today: Day): Decide =>
  (team) => {
    if (!mayFormTeams(actor)) return reject('may-not-form-teams');
    if (team.status === 'unknown') return reject('no-such-team');
    const last = lastBegun(ofBoth(team.liaisons, { person, unit }), until);
    return last ? ending(last, until, today, withdrawn(teamId, last, until)) : reject('not-a-liaison');
  };

const ofBoth = (
  liaisons: readonly Station[],
  { person, unit }: Pick<Station, 'person' | 'unit'>,
): readonly Station[] => liaisons.filter((station) => station.person === person && station.unit === unit);

const withdrawn = (teamId: TeamId, { person, unit, from }: Station, until: Day): TeamEvent => ({
  type: 'LiaisonWithdrawn',
  data: { teamId, person, unit, from, until },
});
