import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '@redress/contracts/envelope';
import type { Plain } from '@redress/contracts/event';
import type { TeamPart } from '@redress/contracts/inspection/team-parts';
import type { RecusalCheck } from '@redress/contracts/inspection/recusal';
import type { VisitRejection } from '@redress/contracts/inspection/visit-words';
import type { VisitEvent } from '@redress/contracts/inspection/visit.events';
import type { Day } from '@redress/contracts/values';
import { isRecused } from '../recusal/recusal.js';
import { checkKey, type KnownVisit } from './visit.js';

/** How somebody stands to a visit on a day. */
export type Standing = {
  readonly on: Day;
  /** In the team; undefined for who was not in it. */
  readonly part: TeamPart | undefined;
  /** Whether they may act for the unit; undefined for the unit itself, which is not asked. */
  readonly check: Plain<RecusalCheck> | undefined;
  /** Whether they lead the unit, or nobody is known to. */
  readonly leadsUnit: boolean;
};

type Refusal = VisitRejection | undefined;

/** Why somebody may not act in a visit on that day, if they may not. */
export const refusalToInspect = (visit: KnownVisit, actor: Actor, standing: Standing): Refusal => {
  if (visit.plan.kind === 'self-check')
    return actor.role === 'unit' && actor.unit === visit.plan.unit ? undefined : 'not-the-inspected-unit';
  if (actor.role !== 'inspection' || !actor.person || !visit.inspectors.includes(actor.person))
    return 'not-an-inspector-of-the-visit';
  return refusalInTeam(standing);
};

/** The same of who puts a name to it. */
export const refusalToSign = (visit: KnownVisit, actor: Actor, standing: Standing): Refusal => {
  if (visit.plan.kind === 'self-check')
    return refusalToInspect(visit, actor, standing) ?? (standing.leadsUnit ? undefined : 'not-the-head');
  if (actor.role !== 'inspection' || standing.part !== 'head') return 'not-the-head';
  return refusalInTeam(standing);
};

/** The office says when a visit takes place and who goes, or who heads the team; of a self-check, the unit. */
const mayPlan = (
  { kind, unit }: Pick<KnownVisit['plan'], 'kind' | 'unit'>,
  actor: Actor,
  { part }: Standing,
): boolean => {
  if (actor.role === 'office') return true;
  if (kind === 'self-check') return actor.role === 'unit' && actor.unit === unit;
  return actor.role === 'inspection' && part === 'head';
};

/** Who heads the team plans and puts off nothing at a unit that they have to stay out of; of the office, that is not asked. */
export const refusalToPlan = (
  plan: Pick<KnownVisit['plan'], 'kind' | 'unit'>,
  actor: Actor,
  standing: Standing,
): Refusal => {
  if (!mayPlan(plan, actor, standing)) return 'may-not-plan-visits';
  if (actor.role !== 'inspection') return undefined;
  return !standing.check || isRecused(standing.check) ? 'recused' : undefined;
};

const refusalInTeam = ({ part, check }: Standing): Refusal => {
  if (!part) return 'not-in-the-team';
  return !check || isRecused(check) ? 'recused' : undefined;
};

/** The check of an act, unless the visit has it already: of the same person, on the same day, on the same facts. */
export const checkFor = (visit: KnownVisit, { check }: Standing): readonly VisitEvent[] => {
  if (!check) return [];
  const known = visit.checks.get(checkKey(check.person, check.on));
  if (known && isDeepStrictEqual(known, check)) return [];
  return [{ type: 'RecusalChecked', data: { visitId: visit.plan.visitId, check } }];
};

/** The same of who plans, if that is asked. */
export const checkOfPlanner = (
  visit: KnownVisit,
  { role }: Actor,
  standing: Standing,
): readonly VisitEvent[] => (role === 'inspection' ? checkFor(visit, standing) : []);
