import type { Actor } from '@redress/contracts/envelope';
import { findingRecorded } from '@redress/contracts/inspection/finding.examples';
import { visitReopened } from '@redress/contracts/inspection/visit.examples';
import type { VisitEvent } from '@redress/contracts/inspection/visit.events';
import { inspector, officer, plumber } from '@redress/contracts/rectification/people.examples';
import { checklist, filledIn, named, submitted } from '../visit/histories.examples.js';
import { asHead, asMember, asRecused, asStranger } from '../visit/standing.examples.js';
import { type KnownVisit, type Visit, visits } from '../visit/visit.js';
import type { Writer } from './who-writes.js';

/** The visit of the finding after these events. */
export const visitAfter = (...events: readonly VisitEvent[]): KnownVisit =>
  events.reduce<Visit>(visits.evolve, visits.initial) as KnownVisit;
const at = (...events: readonly VisitEvent[]) => ({ visit: visitAfter(...events), checklist });

export const beforeIt = at(...named);
export const during = at(...filledIn);
/** Two items failed in it that must have a finding. */
export const handedIn = at(...submitted);
export const givenBack = at(...submitted, visitReopened);

export const member: Writer = { actor: inspector, standing: asMember };
export const head: Writer = { actor: inspector, standing: asHead };
/** The office knows nothing that speaks against its own person. */
export const office: Writer = {
  actor: officer,
  standing: { ...asStranger, check: { ...findingRecorded.data.recusal, person: officer.person } },
};
const other: Actor = { ...inspector, person: plumber };

/** Why who may not write. */
export const cannotWrite = [
  ['not-an-inspector-of-the-visit', office],
  ['not-an-inspector-of-the-visit', { actor: other, standing: asMember }],
  ['not-an-inspector-of-the-visit', { actor: { role: 'inspection' }, standing: asHead }],
  ['not-in-the-team', { actor: inspector, standing: asStranger }],
  ['recused', { actor: inspector, standing: asRecused }],
  ['recused', { actor: inspector, standing: { ...asMember, check: undefined } }],
] as const satisfies readonly (readonly [string, Writer])[];
