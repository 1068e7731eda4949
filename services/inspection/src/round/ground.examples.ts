import { otherTeam, teamId } from '@redress/contracts/inspection/team.examples';
import { leadUnit, strangeUnit, supportingUnit } from '@redress/contracts/rectification/people.examples';
import type { UnitId } from '@redress/contracts/values';
import type { Ground } from './ground.js';

/** All units are there; one team is to see the lead unit, another the strange one. */
export const groundOf = (...units: readonly UnitId[]): Ground => ({
  units,
  there: new Set([leadUnit, supportingUnit, strangeUnit, ...units]),
  pairing: [
    { team: teamId, units: [leadUnit] },
    { team: otherTeam, units: [strangeUnit] },
  ],
  teams: new Set([teamId, otherTeam]),
});
