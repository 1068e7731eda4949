import type { Actor } from '@redress/contracts/envelope';
import type {
  ApproveEscalation,
  CarryingOutRejection,
  CarryOutEscalation,
  EscalationAnswerRejection,
  ProposalRejection,
  ProposeEscalation,
  RefuseEscalation,
} from '@redress/contracts/rectification/escalate-task';
import type { ApprovalPolicy, Policy } from '@redress/contracts/rectification/policy';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { EscalationKind } from '@redress/contracts/rectification/words';
import type { Day } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { type Escalation, gravest, isInForce, isOpen, rank } from '../task/cards.js';
import { type AssignedTask, isOver, type Task } from '../task/task.js';
import { isOffice, isOfficeOrAbove } from '../task/who.js';

/**
 * Somebody in the office proposes a step of the policy, while a card is in force that is as grave as it asks for. The
 * step before must have been carried out, on a card that is still in force.
 */
export const proposeEscalation =
  ({ taskId, entryId, kind, reason }: ProposeEscalation, actor: Actor, policy: Policy) =>
  (task: Task): Decision<TaskEvent, ProposalRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!isOffice(actor)) return reject('not-the-office');
    if (!actor.person) return reject('proposer-is-unnamed');
    const before = task.escalations.find(({ id }) => id === entryId);
    if (before) return before.kind === kind && before.reason === reason ? [] : reject('entry-id-is-taken');
    if (isOver(task)) return reject('task-is-closed');
    const { steps, after } = policy.escalation;
    if (!steps.includes(kind)) return reject('not-a-step');
    const card = gravest(task.cards);
    if (!card || rank(card.drawn.colour) < rank(after)) return reject('no-card-that-grave');
    const sameKind = task.escalations.filter((step) => step.kind === kind);
    if (sameKind.some(isOpen)) return reject('another-proposal-is-open');
    const stepBefore = steps[steps.indexOf(kind) - 1];
    if (stepBefore && !wasTaken(stepBefore, task)) return reject('step-before-not-taken');

    const { leadUnit, title } = task.assignment;
    const proposal = { cardId: card.id, reason, proposedBy: actor.person, policy: policy.version };
    return [{ type: 'EscalationProposed', data: { taskId, entryId, kind, leadUnit, title, ...proposal } }];
  };

const wasTaken = (kind: EscalationKind, { escalations, cards }: AssignedTask): boolean =>
  escalations.some(
    (step) =>
      step.kind === kind &&
      step.status === 'carried-out' &&
      cards.some((card) => card.id === step.cardId && isInForce(card)),
  );

/** Whoever the policy names approves what another person proposed. */
export const approveEscalation =
  ({ taskId, entryId }: ApproveEscalation, actor: Actor, policy: Policy) =>
  (task: Task): Decision<TaskEvent, EscalationAnswerRejection> => {
    const asked = askedOf(task, entryId, actor, policy);
    if ('rejected' in asked) return asked;
    const { step, leadUnit } = asked;
    if (step.status === 'approved' || step.status === 'carried-out') return [];
    if (step.status === 'refused') return reject('escalation-already-answered');
    if (step.status === 'lapsed') return reject('escalation-lapsed');
    return [{ type: 'EscalationApproved', data: { taskId, entryId, kind: step.kind, leadUnit } }];
  };

/** Whoever might approve refuses, and says why. */
export const refuseEscalation =
  ({ taskId, entryId, reason }: RefuseEscalation, actor: Actor, policy: Policy) =>
  (task: Task): Decision<TaskEvent, EscalationAnswerRejection> => {
    const asked = askedOf(task, entryId, actor, policy);
    if ('rejected' in asked) return asked;
    const { step, leadUnit } = asked;
    if (step.refusal === reason) return [];
    if (step.status === 'lapsed') return reject('escalation-lapsed');
    if (step.status !== 'proposed') return reject('escalation-already-answered');
    return [{ type: 'EscalationRefused', data: { taskId, entryId, kind: step.kind, leadUnit, reason } }];
  };

/** What somebody is to approve or to refuse, or why that is not for them. */
const askedOf = (
  task: Task,
  entryId: ApproveEscalation['entryId'],
  actor: Actor,
  { approvals }: Policy,
):
  | { readonly step: Escalation; readonly leadUnit: AssignedTask['assignment']['leadUnit'] }
  | ReturnType<typeof reject<EscalationAnswerRejection>> => {
  if (task.status === 'unassigned') return reject('no-such-task');
  if (!isOfficeOrAbove(actor)) return reject('not-the-approver');
  if (!actor.person) return reject('approver-is-unnamed');
  const step = task.escalations.find(({ id }) => id === entryId);
  if (!step) return reject('no-such-escalation');
  if (isOffice(actor) && approvals[APPROVAL_OF[step.kind]] !== 'office') return reject('not-the-approver');
  if (actor.person === step.proposedBy || actor.onBehalfOf === step.proposedBy)
    return reject('proposer-does-not-approve');
  return { step, leadUnit: task.assignment.leadUnit };
};

const APPROVAL_OF: Readonly<Record<EscalationKind, keyof ApprovalPolicy>> = {
  'formal-talk': 'formalTalk',
  circular: 'circular',
};

/**
 * The office says when an approved step was taken, and what came of it. What was taken before it lapsed, on that day at
 * the latest, is recorded after it as well.
 */
export const carryOutEscalation =
  ({ taskId, entryId, on, record }: CarryOutEscalation, actor: Actor, today: Day) =>
  (task: Task): Decision<TaskEvent, CarryingOutRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (!isOffice(actor)) return reject('not-the-office');
    const step = task.escalations.find(({ id }) => id === entryId);
    if (!step) return reject('no-such-escalation');
    const { kind, status, carriedOut, approvedUntil } = step;
    if (carriedOut)
      return carriedOut.on === on && carriedOut.record === record
        ? []
        : reject('escalation-already-carried-out');
    const wasInTime = approvedUntil !== undefined && on <= approvedUntil;
    if (status === 'lapsed' && !wasInTime) return reject('escalation-lapsed');
    if (status !== 'approved' && !wasInTime) return reject('escalation-not-approved');
    if (on > today) return reject('carried-out-in-the-future');

    const { leadUnit } = task.assignment;
    return [{ type: 'EscalationCarriedOut', data: { taskId, entryId, kind, leadUnit, on, record } }];
  };
