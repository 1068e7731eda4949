import { inspector, leadUnit, today } from '../rectification/people.examples.js';
import type { Day, InterestId, OverrideId } from '../values.js';
import type { DeclareInterest, EndInterest } from './declare-interest.js';
import type { InterestEvent } from './interest.events.js';
import type { EndOverride, OverrideRecusal } from './override-recusal.js';
import { endOfMay, january } from './team.examples.js';

// What keeps the inspector from acting for the lead unit, and what does not.
const { person } = inspector;
export const interestId = '0190a5c4-6666-7aaa-8aaa-000000000021' as InterestId;
export const otherInterest = '0190a5c4-6666-7aaa-8aaa-000000000022' as InterestId;
export const overrideId = '0190a5c4-6666-7aaa-8aaa-000000000031' as OverrideId;
export const otherOverride = '0190a5c4-6666-7aaa-8aaa-000000000032' as OverrideId;
export const endOfMarch = '2026-03-31' as Day;

export const declareInterest = {
  person,
  interestId,
  unit: leadUnit,
  reason: 'My wife works there',
  from: january,
} satisfies DeclareInterest;
export const endInterest = { person, interestId, until: endOfMarch } satisfies EndInterest;
export const overrideRecusal = {
  person,
  overrideId,
  unit: leadUnit,
  reason: 'Nobody else knows the wiring',
  from: today,
  until: endOfMay,
} satisfies OverrideRecusal;
export const endOverride = { person, overrideId, until: endOfMarch } satisfies EndOverride;

/** What the declared interest comes to. */
export const interestInLeadUnit = {
  unit: leadUnit,
  kind: 'declared',
  through: leadUnit,
  from: january,
} as const;

type Of<Type extends InterestEvent['type']> = Extract<InterestEvent, { type: Type }>;

export const interestDeclared: Of<'InterestDeclared'> = { type: 'InterestDeclared', data: declareInterest };
export const interestEnded: Of<'InterestEnded'> = {
  type: 'InterestEnded',
  data: { person, interestId, unit: leadUnit, until: endOfMarch },
};
export const recusalOverridden: Of<'RecusalOverridden'> = {
  type: 'RecusalOverridden',
  data: { ...overrideRecusal, conflicts: [interestInLeadUnit] },
};
export const overrideEnded: Of<'OverrideEnded'> = {
  type: 'OverrideEnded',
  data: { person, overrideId, unit: leadUnit, until: endOfMarch },
};

// Total: an event without an example does not compile.
export const interestExamples: { readonly [E in InterestEvent as E['type']]: E } = {
  InterestDeclared: interestDeclared,
  InterestEnded: interestEnded,
  RecusalOverridden: recusalOverridden,
  OverrideEnded: overrideEnded,
};
