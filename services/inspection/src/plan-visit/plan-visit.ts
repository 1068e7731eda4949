import type { Actor } from '@redress/contracts/envelope';
import type { PlanVisit } from '@redress/contracts/inspection/plan-visit';
import type { VisitRejection } from '@redress/contracts/inspection/visit-words';
import type { VisitEvent } from '@redress/contracts/inspection/visit.events';
import type { ChecklistId, Day, Instant, TeamId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Round } from '../round/round.js';
import { checkOfPlanner, refusalToPlan, type Standing } from '../visit/standing.js';
import { type KnownVisit, type Visit, visits } from '../visit/visit.js';

/** What the round, the teams, the checklists and the directory say of what is planned. */
export type VisitGround = {
  /** The round that was named; undefined when none was. */
  readonly round: Round | undefined;
  readonly hasTeam: boolean;
  readonly hasChecklist: boolean;
  readonly isUnitThere: boolean;
};

/** Who is to go and what is to be asked, as was said or else as the round has it. */
export const asTheRoundHasIt = (
  command: PlanVisit,
  round: Round | undefined,
): { readonly teamId?: TeamId; readonly checklistId?: ChecklistId; readonly checklistVersion?: number } => {
  const { unit, kind, teamId, checklistId, checklistVersion } = command;
  const known = round === undefined || round.status === 'unknown' ? undefined : round;
  const teams = kind === 'self-check' ? [] : (known?.scope.get(unit) ?? []);
  const team = teamId ?? (teams.length === 1 ? teams[0] : undefined);
  const asked =
    checklistId === undefined && checklistVersion === undefined
      ? known && { checklistId: known.plan.checklistId, checklistVersion: known.plan.checklistVersion }
      : { ...(checklistId && { checklistId }), ...(checklistVersion && { checklistVersion }) };
  return { ...(team && { teamId: team }), ...asked };
};

/** A visit is planned, in a round or without one. */
export const planVisit =
  (
    command: PlanVisit,
    actor: Actor,
    { today, now, standing }: { readonly today: Day; readonly now: Instant; readonly standing: Standing },
    { round, hasTeam, hasChecklist, isUnitThere }: VisitGround,
  ) =>
  (visit: Visit): Decision<VisitEvent, VisitRejection> => {
    const { visitId, unit, kind, on, roundId } = command;
    const refused = refusalToPlan(command, actor, standing);
    if (refused) return reject(refused);
    if (visit.status !== 'unknown') return isTheSame(command, visit) ? [] : reject('visit-is-another');
    if (round?.status === 'unknown') return reject('no-such-round');
    if (round?.status === 'closed') return reject('round-is-closed');
    if (round && !round.scope.has(unit)) return reject('not-in-scope');
    const { teamId, checklistId, checklistVersion } = asTheRoundHasIt(command, round);
    if (kind === 'self-check' && teamId) return reject('self-check-has-no-team');
    if (kind !== 'self-check' && !teamId) return reject('team-needed');
    if (teamId && !hasTeam) return reject('no-such-team');
    if (!checklistId || !checklistVersion || !hasChecklist) return reject('no-such-checklist');
    if (!isUnitThere) return reject('no-such-unit');
    if (on < today) return reject('planned-for-the-past');

    const about = {
      visitId,
      unit,
      kind,
      ...(roundId && { roundId }),
      ...(teamId && { teamId }),
      checklistId,
      checklistVersion,
    };
    const planned: VisitEvent = { type: 'VisitPlanned', data: { ...about, on, plannedAt: now } };
    const known = visits.evolve(visit, planned) as KnownVisit;
    return [planned, ...checkOfPlanner(known, actor, standing)];
  };

/** What was not said is as the round had it then. */
const isTheSame = (command: PlanVisit, { plan }: KnownVisit): boolean =>
  command.roundId === plan.roundId &&
  Object.entries(command).every(
    ([field, value]) => value === undefined || plan[field as keyof typeof plan] === value,
  );
