import type { Day } from '@redress/contracts/values';
import { isOn } from '../dated/dated.js';
import type { Membership, Pairing, Station, Team } from './team.js';

export type TeamOfDay = {
  readonly members: readonly Membership[];
  readonly pairings: readonly Pairing[];
  readonly liaisons: readonly Station[];
};

/** Who is in the team on a day, and which units it inspects; nobody and none when it is not there. */
export const teamOn = (team: Team, day: Day): TeamOfDay => {
  if (team.status === 'unknown' || !isOn(team.term, day)) return { members: [], pairings: [], liaisons: [] };
  const { members, pairings, liaisons } = team;
  return {
    members: members.filter((member) => isOn(member, day)),
    pairings: pairings.filter((pairing) => isOn(pairing, day)),
    liaisons: liaisons.filter((station) => isOn(station, day)),
  };
};
