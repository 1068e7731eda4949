import { inspector, leadUnit, strangeUnit } from '../rectification/people.examples.js';
import type { Day, PersonId, TeamId } from '../values.js';
import type { DissolveTeam, FormTeam } from './form-team.js';
import type { JoinTeam, LeaveTeam } from './join-team.js';
import type { PairUnit, UnpairUnit } from './pair-unit.js';
import type { RecusalCheck } from './recusal.js';
import type { StationLiaison, WithdrawLiaison } from './station-liaison.js';
import type { TeamEvent } from './team.events.js';

// One valid example of everything, for the specs of this service and of those who listen to it.
export const teamId = '0190a5c4-6666-7aaa-8aaa-000000000001' as TeamId;
export const otherTeam = '0190a5c4-6666-7aaa-8aaa-000000000002' as TeamId;
export const member = inspector.person;
export const substitute = '0190a5c4-6666-7aaa-8aaa-000000000012' as PersonId;
export const liaison = '0190a5c4-6666-7aaa-8aaa-000000000013' as PersonId;

export const january = '2026-01-01' as Day;
export const february = '2026-02-01' as Day;
export const endOfFebruary = '2026-02-28' as Day;
export const march = '2026-03-01' as Day;
export const endOfMay = '2026-05-31' as Day;
export const endOfYear = '2026-12-31' as Day;

export const formTeam = { teamId, name: '督查一组', from: january, until: endOfYear } satisfies FormTeam;
export const dissolveTeam = { teamId, until: endOfMay } satisfies DissolveTeam;
export const joinAsHead = { teamId, person: member, part: 'head', from: january } satisfies JoinTeam;
export const leaveTeam = { teamId, person: member, until: endOfMay } satisfies LeaveTeam;
export const pairUnit = { teamId, unit: leadUnit, from: february } satisfies PairUnit;
export const unpairUnit = { teamId, unit: leadUnit, until: endOfMay } satisfies UnpairUnit;
export const stationLiaison = {
  teamId,
  person: liaison,
  unit: strangeUnit,
  from: february,
} satisfies StationLiaison;
export const withdrawLiaison = {
  teamId,
  person: liaison,
  unit: strangeUnit,
  until: endOfMay,
} satisfies WithdrawLiaison;

type Of<Type extends TeamEvent['type']> = Extract<TeamEvent, { type: Type }>;

export const teamFormed: Of<'TeamFormed'> = { type: 'TeamFormed', data: formTeam };
export const headJoined: Of<'MemberJoined'> = { type: 'MemberJoined', data: joinAsHead };
export const headLeft: Of<'MemberLeft'> = { type: 'MemberLeft', data: { ...joinAsHead, until: endOfMay } };
export const unitPaired: Of<'UnitPaired'> = { type: 'UnitPaired', data: pairUnit };
export const unitUnpaired: Of<'UnitUnpaired'> = {
  type: 'UnitUnpaired',
  data: { ...pairUnit, until: endOfMay },
};
/** Nothing speaks against the liaison. */
export const ofTheLiaison = {
  person: liaison,
  on: february,
  units: [strangeUnit],
  conflicts: [],
  facts: { belongings: [], lines: [], interests: [], overrides: [] },
} satisfies RecusalCheck;
export const liaisonStationed: Of<'LiaisonStationed'> = {
  type: 'LiaisonStationed',
  data: { ...stationLiaison, recusal: ofTheLiaison },
};
export const liaisonWithdrawn: Of<'LiaisonWithdrawn'> = {
  type: 'LiaisonWithdrawn',
  data: { ...stationLiaison, until: endOfMay },
};
export const teamDissolved: Of<'TeamDissolved'> = { type: 'TeamDissolved', data: dissolveTeam };

// Total: an event without an example does not compile.
export const teamExamples: { readonly [E in TeamEvent as E['type']]: E } = {
  TeamFormed: teamFormed,
  MemberJoined: headJoined,
  MemberLeft: headLeft,
  UnitPaired: unitPaired,
  UnitUnpaired: unitUnpaired,
  LiaisonStationed: liaisonStationed,
  LiaisonWithdrawn: liaisonWithdrawn,
  TeamDissolved: teamDissolved,
};
