import { expect, it } from '@jest/globals';
import type {
  CarryingOutRejection,
  EscalationAnswerRejection,
  ProposalRejection,
} from '@redress/contracts/rectification/escalate-task';
import type { LookBackRejection } from '@redress/contracts/rectification/look-back';
import type {
  ReviewAnswerRejection,
  ReviewRequestRejection,
} from '@redress/contracts/rectification/review-task';
import type { SigningRejection } from '@redress/contracts/rectification/sign-close-out';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { VerificationRejection } from '@redress/contracts/rectification/verify-close-out';
import { fold } from '@redress/eventsourcing/aggregate';
import fc from 'fast-check';
import {
  isSigned,
  mayLookBack,
  mayReview,
  mayTakeStep,
  nothingHangs,
  restsOnceTakenBack,
} from './late-promises.examples.js';
import { lateWalk, takenBackWalk } from './late-walks.examples.js';
import { type Task, tasks } from './task.js';
import { type Step, stored, walked } from './walked.examples.js';

/** What comes of a walk, each event of which kept what is promised. */
const kept = (steps: readonly Step[]): readonly string[] => {
  const { happened, rejections } = walked(steps);
  for (const [index, { event, actor }] of happened.entries()) {
    const before = happened.slice(0, index);
    mayTakeStep(before, { event, actor });
    mayReview(before, { event, actor });
    if (event.type === 'LookedBack') mayLookBack(before, actor);
    if (event.type === 'CloseOutVerified')
      isSigned(
        before.map((one) => one.event),
        event,
      );
  }
  const told = happened.map(({ event }) => event);
  restsOnceTakenBack(told);
  nothingHangs(told);
  const task = told.reduce<Task>((state, event) => tasks.evolve(state, event), tasks.initial);
  expect(fold(tasks, stored(happened))).toEqual(task);
  return [...told.map(({ type }) => type), ...rejections];
};

type Where =
  | TaskEvent['type']
  | ProposalRejection
  | EscalationAnswerRejection
  | CarryingOutRejection
  | VerificationRejection
  | SigningRejection
  | LookBackRejection
  | ReviewRequestRejection
  | ReviewAnswerRejection;

/** Where so many walks must have come, or they prove nothing. */
const proves = (walks: fc.Arbitrary<readonly Step[]>, ...whereItMatters: readonly Where[]): void => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(walks, (steps) => {
      for (const one of kept(steps)) seen.add(one);
    }),
    { numRuns: 200 },
  );
  for (const one of whereItMatters) expect(seen).toContain(one);
};

it('a task that runs late is talked about by order of others, and contested before others, on every walk', () => {
  proves(
    lateWalk,
    'TaskReminded',
    'EscalationProposed',
    'EscalationApproved',
    'EscalationRefused',
    'EscalationCarriedOut',
    'EscalationLapsed',
    'AppealDecided',
    'CloseOutSigned',
    'LookedBack',
    'ReviewRequested',
    'ReviewAnswered',
    'no-card-that-grave',
    'another-proposal-is-open',
    'step-before-not-taken',
    'proposer-does-not-approve',
    'escalation-lapsed',
    'escalation-not-approved',
    'close-out-not-signed',
    'not-a-head',
    'not-closed',
    'review-already-asked',
    'reviewer-is-an-author',
    'verifier-of-a-responsible-unit',
  );
});

it('nothing but a repeat happens to a task that a review took back, on every walk', () => {
  proves(takenBackWalk, 'TaskWithdrawn', 'EscalationLapsed', 'task-is-closed');
});
