import type { Actor } from '@redress/contracts/envelope';
import type { PairUnit, UnpairUnit } from '@redress/contracts/inspection/pair-unit';
import type { TeamRejection } from '@redress/contracts/inspection/team-rejections';
import type { TeamEvent } from '@redress/contracts/inspection/team.events';
import type { Day, TeamId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { ending, lastBegun, overlaps, toldAgain } from '../dated/dated.js';
import { mayFormTeams } from '../team/may-form-teams.js';
import type { Pairing, Team } from '../team/team.js';
import { isWithin } from '../team/within-the-term.js';

type Decide = (team: Team) => Decision<TeamEvent, TeamRejection>;

/**
 * A team is to inspect a unit. That one of its members may not act for the unit keeps it from nothing: others of the
 * team do, and who is named for a visit is checked then. `isThere`: the unit, on the first day.
 */
export const pairUnit =
  ({ teamId, unit, from, until }: PairUnit, actor: Actor, today: Day, isThere: boolean): Decide =>
  (team) => {
    if (!mayFormTeams(actor)) return reject('may-not-form-teams');
    if (team.status === 'unknown') return reject('no-such-team');
    const same = team.pairings.filter((pairing) => pairing.unit === unit);
    const told = same.find((pairing) => pairing.from === from);
    if (told) return toldAgain(told, until, today, (day) => unpaired(teamId, told, day));
    if (!isThere) return reject('unit-not-there-then');
    if (until !== undefined && until < from) return reject('ends-before-it-begins');
    if (!isWithin({ from, until }, team.term)) return reject('outside-the-term');
    if (same.some(overlaps({ from, until }))) return reject('already-paired-then');

    return [{ type: 'UnitPaired', data: { teamId, unit, from, ...(until && { until }) } }];
  };

/** A team inspects a unit no longer; that day is the last. */
export const unpairUnit =
  ({ teamId, unit, until }: UnpairUnit, actor: Actor, today: Day): Decide =>
  (team) => {
    if (!mayFormTeams(actor)) return reject('may-not-form-teams');
    if (team.status === 'unknown') return reject('no-such-team');
    const same = team.pairings.filter((pairing) => pairing.unit === unit);
    const last = lastBegun(same, until);
    return last ? ending(last, until, today, unpaired(teamId, last, until)) : reject('not-paired');
  };

const unpaired = (teamId: TeamId, { unit, from }: Pairing, until: Day): TeamEvent => ({
  type: 'UnitUnpaired',
  data: { teamId, unit, from, until },
});
