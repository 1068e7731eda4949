import { leadUnit, strangeUnit, supportingUnit } from '../rectification/people.examples.js';
import type { EntryId, RoundId } from '../values.js';
import type { PlanRound } from './plan-round.js';
import type { CloseRound, RescopeRound } from './rescope-round.js';
import type { RoundEvent } from './round.events.js';
import { checklistId } from './checklist.examples.js';
import { endOfMarch } from './interest.examples.js';
import { march, otherTeam, teamId } from './team.examples.js';

// One valid example of everything, for the specs of this service and of those who listen to it.
export const roundId = '0190a5c4-6666-7aaa-8aaa-000000000061' as RoundId;
export const rescopeId = '0190a5c4-6666-7aaa-8aaa-000000000062' as EntryId;
export const roundChecklist = { checklistId, checklistVersion: 1 };

const plan = { roundId, title: '第一轮督查', from: march, until: endOfMarch, ...roundChecklist };
export const planRound = { ...plan, units: [leadUnit, supportingUnit] } satisfies PlanRound;
export const rescopeRound = {
  roundId,
  entryId: rescopeId,
  added: [strangeUnit],
  removed: [supportingUnit],
  reason: 'One was merged into the other',
} satisfies RescopeRound;
export const closeRound = { roundId } satisfies CloseRound;

type Of<Type extends RoundEvent['type']> = Extract<RoundEvent, { type: Type }>;

export const roundPlanned: Of<'RoundPlanned'> = {
  type: 'RoundPlanned',
  data: { ...plan, pairedBy: 'teams', units: 2 },
};
export const roundScoped: Of<'RoundScoped'> = {
  type: 'RoundScoped',
  data: {
    roundId,
    part: 1,
    parts: 1,
    groups: [
      { teams: [teamId], units: [leadUnit] },
      { teams: [], units: [supportingUnit] },
    ],
  },
};
export const roundRescoped: Of<'RoundRescoped'> = {
  type: 'RoundRescoped',
  data: {
    roundId,
    entryId: rescopeId,
    added: [{ teams: [otherTeam], units: [strangeUnit] }],
    removed: [supportingUnit],
    reason: rescopeRound.reason,
    units: 2,
  },
};
export const roundClosed: Of<'RoundClosed'> = { type: 'RoundClosed', data: { roundId, on: endOfMarch } };

// Total: an event without an example does not compile.
export const roundExamples: { readonly [E in RoundEvent as E['type']]: E } = {
  RoundPlanned: roundPlanned,
  RoundScoped: roundScoped,
  RoundRescoped: roundRescoped,
  RoundClosed: roundClosed,
};
