import { describe, it } from '@jest/globals';
import { taskWithdrawn } from '@redress/contracts/rectification/aftermath.examples';
import {
  appealUpheld,
  approveTalk,
  officeCardId,
  proposeCircular,
  proposeTalk,
  redByOffice,
  redId,
  refuseTalk,
  talkApproved,
  talkHeld,
  talkProposed,
  talkRefused,
  yellowDrawn,
} from '@redress/contracts/rectification/escalation.examples';
import {
  auditor,
  colleague,
  inspector,
  lead,
  leadingGroup,
  leadUnit,
  officer,
  strangeUnit,
} from '@redress/contracts/rectification/people.examples';
import type { Policy } from '@redress/contracts/rectification/policy';
import { assigned, reassigned, returned, taskId } from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { EntryId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import { struckOff, unassigned } from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { approveEscalation, proposeEscalation, refuseEscalation } from './escalate-task.js';
import { approved, held, isLate, lapsed, late, proposed, refused } from './talks.examples.js';

const { given } = specFor(tasks);

const entryId = '0190a5c4-1111-7aaa-8aaa-000000000049' as EntryId;
const talkAgain = { ...proposeTalk, entryId };
const redWithdrawn = having<TaskEvent & { type: 'AppealDecided' }>(appealUpheld, { cardId: redId });
const circularProposed = having<TaskEvent & { type: 'EscalationProposed' }>(talkProposed, {
  ...proposeCircular,
});
const approveCircular = { taskId, entryId: proposeCircular.entryId };
const unnamed = { role: 'office' } as const;

/** Steps, colour and approvals otherwise than by default. */
const policyOf = (change: Partial<Policy>): Policy => ({ ...DEFAULT_POLICY, version: 'other', ...change });

describe('the office proposes a formal talk, or a circular', () => {
  it('on the gravest card in force, once that is grave enough', () => {
    isLate.when(proposeEscalation(proposeTalk, officer, DEFAULT_POLICY)).yields(talkProposed);
    given(assigned, redByOffice)
      .when(proposeEscalation(proposeTalk, officer, DEFAULT_POLICY))
      .yields(having(talkProposed, { cardId: officeCardId }));
    const yellowIsEnough = policyOf({ escalation: { ...DEFAULT_POLICY.escalation, after: 'yellow' } });
    given(assigned, yellowDrawn)
      .when(proposeEscalation(proposeTalk, officer, yellowIsEnough))
      .yields(having(talkProposed, { cardId: yellowDrawn.data.cardId, policy: 'other' }));
  });

  it('to the unit that the task is with now', () => {
    const cardId = officeCardId;
    given(assigned, returned, reassigned, redByOffice)
      .when(proposeEscalation(proposeTalk, officer, DEFAULT_POLICY))
      .yields(having(talkProposed, { cardId, leadUnit: strangeUnit }));
  });

  it('a circular once a formal talk was held', () => {
    held.when(proposeEscalation(proposeCircular, officer, DEFAULT_POLICY)).yields(circularProposed);
  });

  it('in the order that the policy has, or one of the two alone', () => {
    const reversed = policyOf({ escalation: { steps: ['circular', 'formal-talk'], after: 'red' } });
    isLate
      .when(proposeEscalation(proposeCircular, officer, reversed))
      .yields(having(circularProposed, { policy: 'other' }));
    isLate.when(proposeEscalation(proposeTalk, officer, reversed)).isRejected('step-before-not-taken');
    const noTalks = policyOf({ escalation: { steps: ['circular'], after: 'red' } });
    isLate
      .when(proposeEscalation(proposeCircular, officer, noTalks))
      .yields(having(circularProposed, { policy: 'other' }));
    isLate.when(proposeEscalation(proposeTalk, officer, noTalks)).isRejected('not-a-step');
  });

  it('again, once the one before was refused, held, or fell with its card', () => {
    const again = having(talkProposed, { entryId });
    for (const task of [refused, held, lapsed])
      task.when(proposeEscalation(talkAgain, officer, DEFAULT_POLICY)).yields(again);
  });

  it('and says the same again without proposing again, whatever became of it', () => {
    for (const task of [proposed, refused, held, lapsed])
      task.when(proposeEscalation(proposeTalk, colleague, DEFAULT_POLICY)).changesNothing();
  });

  it.each([
    ['no-such-task', unassigned, proposeTalk, officer],
    ['not-the-office', isLate, proposeTalk, leadingGroup],
    ['not-the-office', isLate, proposeTalk, lead],
    ['proposer-is-unnamed', isLate, proposeTalk, unnamed],
    ['entry-id-is-taken', proposed, { ...proposeTalk, reason: 'Another' }, officer],
    ['entry-id-is-taken', held, { ...proposeTalk, kind: 'circular' }, officer],
    ['task-is-closed', struckOff, proposeTalk, officer],
    ['task-is-closed', given(...late, taskWithdrawn), proposeTalk, officer],
    ['no-card-that-grave', given(assigned), proposeTalk, officer],
    ['no-card-that-grave', given(assigned, yellowDrawn), proposeTalk, officer],
    ['no-card-that-grave', given(...late, redWithdrawn), proposeTalk, officer],
    ['no-card-that-grave', given(...late, returned), proposeTalk, officer],
    ['another-proposal-is-open', proposed, talkAgain, officer],
    ['another-proposal-is-open', approved, talkAgain, officer],
    ['step-before-not-taken', isLate, proposeCircular, officer],
    ['step-before-not-taken', proposed, proposeCircular, officer],
    ['step-before-not-taken', approved, proposeCircular, officer],
  ] as const)('but is told %s', (reason, task, command, actor) => {
    task.when(proposeEscalation(command, actor, DEFAULT_POLICY)).isRejected(reason);
  });

  it('but a talk about another round, or on a card that was withdrawn, is no step before a circular', () => {
    const talked = [...late, talkProposed, talkApproved, talkHeld] as const;
    const propose = proposeEscalation(proposeCircular, officer, DEFAULT_POLICY);
    given(...talked, redWithdrawn, redByOffice)
      .when(propose)
      .isRejected('step-before-not-taken');
    given(...talked, returned, reassigned, redByOffice)
      .when(propose)
      .isRejected('step-before-not-taken');
  });
});

describe('whoever the policy names answers', () => {
  it('by approving, or by refusing and saying why', () => {
    proposed.when(approveEscalation(approveTalk, leadingGroup, DEFAULT_POLICY)).yields(talkApproved);
    proposed.when(refuseEscalation(refuseTalk, leadingGroup, DEFAULT_POLICY)).yields(talkRefused);
  });

  it('which may be another person in the office', () => {
    const approvals = { ...DEFAULT_POLICY.approvals, formalTalk: 'office' } as const;
    const trusting = policyOf({ approvals });
    for (const actor of [colleague, leadingGroup]) {
      proposed.when(approveEscalation(approveTalk, actor, trusting)).yields(talkApproved);
      proposed.when(refuseEscalation(refuseTalk, actor, trusting)).yields(talkRefused);
    }
    given(...late, circularProposed)
      .when(approveEscalation(approveCircular, colleague, trusting))
      .isRejected('not-the-approver');
    const trustingCirculars = policyOf({ approvals: { ...DEFAULT_POLICY.approvals, circular: 'office' } });
    given(...late, circularProposed)
      .when(approveEscalation(approveCircular, colleague, trustingCirculars))
      .yields({ type: 'EscalationApproved', data: { ...approveCircular, kind: 'circular', leadUnit } });
  });

  it('once: the same again is a repeat', () => {
    for (const task of [approved, held])
      task.when(approveEscalation(approveTalk, leadingGroup, DEFAULT_POLICY)).changesNothing();
    refused.when(refuseEscalation(refuseTalk, leadingGroup, DEFAULT_POLICY)).changesNothing();
  });

  it.each([
    ['no-such-task', unassigned, leadingGroup],
    ['not-the-approver', proposed, colleague],
    ['not-the-approver', proposed, lead],
    ['not-the-approver', proposed, inspector],
    ['not-the-approver', proposed, auditor],
    ['approver-is-unnamed', proposed, { role: 'leading-group' }],
    ['no-such-escalation', isLate, leadingGroup],
    ['proposer-does-not-approve', proposed, { ...leadingGroup, person: officer.person }],
    ['escalation-lapsed', lapsed, leadingGroup],
  ] as const)('but is told %s', (reason, task, actor) => {
    task.when(approveEscalation(approveTalk, actor, DEFAULT_POLICY)).isRejected(reason);
    task.when(refuseEscalation(refuseTalk, actor, DEFAULT_POLICY)).isRejected(reason);
  });

  it('but not otherwise than before', () => {
    const answer = 'escalation-already-answered';
    refused.when(approveEscalation(approveTalk, leadingGroup, DEFAULT_POLICY)).isRejected(answer);
    const another = { ...refuseTalk, reason: 'Another' };
    for (const task of [approved, held, refused])
      task.when(refuseEscalation(another, leadingGroup, DEFAULT_POLICY)).isRejected(answer);
  });
});
