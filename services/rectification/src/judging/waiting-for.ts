import type { InspectingTeam } from '@redress/contracts/inspection/inspecting-teams';
import type { DeskListing } from '@redress/contracts/rectification/judges';
import type { UnitId } from '@redress/contracts/values';

/** Which of some units are a team's to look at, an inspector's through one of their teams, or nobody's. */
export const waitingFor = (
  { team, inspector, unpaired }: DeskListing,
  units: readonly UnitId[],
  teams: readonly InspectingTeam[],
): readonly UnitId[] =>
  units.filter((unit) => {
    const theirs = teams.filter((one) => one.units.includes(unit));
    if (team && !theirs.some((one) => one.team === team)) return false;
    if (inspector && !theirs.some(({ members }) => members.includes(inspector))) return false;
    return !unpaired || theirs.length === 0;
  });
