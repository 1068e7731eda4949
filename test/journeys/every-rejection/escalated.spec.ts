import { randomUUID } from 'node:crypto';
import { beforeAll, expect } from '@jest/globals';
import {
  reviewRequested,
  taskWithdrawn,
  upholdIt,
} from '@redress/contracts/rectification/aftermath.examples';
import {
  ApproveEscalation,
  CarryOutEscalation,
  ProposeEscalation,
  RefuseEscalation,
} from '@redress/contracts/rectification/escalate-task';
import {
  approveTalk,
  proposeTalk,
  refuseTalk,
  redDrawn,
  talkProposed,
} from '@redress/contracts/rectification/escalation.examples';
import { leadingGroup, strangeUnit, today } from '@redress/contracts/rectification/people.examples';
import { AnswerReview, RequestReview } from '@redress/contracts/rectification/review-task';
import { assigned } from '@redress/contracts/rectification/task.examples';
import { specFor } from '@redress/eventsourcing/spec';
import {
  approveEscalation,
  proposeEscalation,
  refuseEscalation,
} from '../../../services/rectification/src/escalate-task/escalate-task.js';
import { DEFAULT_POLICY } from '../../../services/rectification/src/policy/default-policy.js';
import { answerReview } from '../../../services/rectification/src/review-task/review-task.js';
import { independent } from '../../../services/rectification/src/task/standing.examples.js';
import { tasks } from '../../../services/rectification/src/task/task.js';
import { nobodyIsUnnamed, saying } from './at-task.js';
import { aWorld, everyRejectionOf } from './drives.js';
import type { Task } from './steps.js';

const world = aWorld();
const { given } = specFor(tasks);

/** From this day on a talk is the only step. */
const TALK_ONLY = '2023-04-01';
beforeAll(async () => {
  const { people } = world();
  const escalation = { steps: ['formal-talk'], after: 'red' };
  const body = {
    ...DEFAULT_POLICY,
    version: undefined,
    escalation,
    from: TALK_ONLY,
    reason: 'No more circulars',
  };
  const path = `/policies/${randomUUID()}`;
  expect(await people.as('office', { path, body, day: '2023-03-02' })).toMatchObject({ status: 200 });
});

const another = randomUUID();
const stepOf = ({ ids }: Task): string => ids['step'] ?? another;
const talk = { kind: 'formal-talk', reason: 'Nothing is done' };

const proposes = saying(() => ({ below: `/escalations/${another}`, body: talk }));
everyRejectionOf(ProposeEscalation, world, {
  'no-such-task': proposes(404, 'office', 'unassigned'),
  'not-the-office': proposes(403, 'leading', 'red'),
  'proposer-is-unnamed': nobodyIsUnnamed(() => {
    given(assigned, redDrawn)
      .when(proposeEscalation(proposeTalk, { role: 'office' }, DEFAULT_POLICY))
      .isRejected('proposer-is-unnamed');
  }),
  'entry-id-is-taken': proposes(409, 'office', 'proposed', (task) => ({
    below: `/escalations/${stepOf(task)}`,
  })),
  'task-is-closed': proposes(409, 'office', 'closed'),
  'not-a-step': proposes(422, 'office', 'red', () => ({
    body: { ...talk, kind: 'circular' },
    day: TALK_ONLY,
  })),
  'no-card-that-grave': proposes(409, 'office', 'yellow'),
  'another-proposal-is-open': proposes(409, 'scribe', 'approved'),
  'step-before-not-taken': proposes(409, 'office', 'approved', () => ({
    body: { ...talk, kind: 'circular' },
  })),
});

const approves = saying((task) => ({ below: `/escalations/${stepOf(task)}/approval` }));
everyRejectionOf(ApproveEscalation, world, {
  'no-such-task': approves(404, 'leading', 'unassigned'),
  'not-the-approver': approves(403, 'scribe', 'proposed'),
  'approver-is-unnamed': nobodyIsUnnamed(() => {
    given(assigned, redDrawn, talkProposed)
      .when(approveEscalation(approveTalk, { role: 'leading-group' }, DEFAULT_POLICY))
      .isRejected('approver-is-unnamed');
  }),
  'no-such-escalation': approves(404, 'leading', 'red'),
  'proposer-does-not-approve': approves(403, 'officeAsLeading', 'proposed'),
  'escalation-already-answered': approves(409, 'leading', 'stepRefused'),
  'escalation-lapsed': approves(409, 'leading', 'stepLapsed'),
});

const refuses = saying((task) => ({
  below: `/escalations/${stepOf(task)}/refusal`,
  body: { reason: 'Remind them once more' },
}));
everyRejectionOf(RefuseEscalation, world, {
  'no-such-task': refuses(404, 'leading', 'unassigned'),
  'not-the-approver': refuses(403, 'lead', 'proposed'),
  'approver-is-unnamed': nobodyIsUnnamed(() => {
    given(assigned, redDrawn, talkProposed)
      .when(refuseEscalation(refuseTalk, { role: 'leading-group' }, DEFAULT_POLICY))
      .isRejected('approver-is-unnamed');
  }),
  'no-such-escalation': refuses(404, 'leading', 'red'),
  'proposer-does-not-approve': refuses(403, 'officeAsLeading', 'proposed'),
  'escalation-already-answered': refuses(409, 'leading', 'approved'),
  'escalation-lapsed': refuses(409, 'leading', 'stepLapsed'),
});

const records = saying((task) => ({
  below: `/escalations/${stepOf(task)}/record`,
  body: { on: '2023-03-02', record: 'The head has promised it for Friday' },
}));
everyRejectionOf(CarryOutEscalation, world, {
  'no-such-task': records(404, 'office', 'unassigned'),
  'not-the-office': records(403, 'leading', 'approved'),
  'no-such-escalation': records(404, 'office', 'red'),
  'escalation-not-approved': records(409, 'office', 'proposed'),
  'escalation-already-carried-out': records(409, 'office', 'talkedTo'),
  'escalation-lapsed': records(409, 'office', 'stepLapsed'),
  'carried-out-in-the-future': records(422, 'office', 'approved', () => ({
    body: { on: '2023-03-03', record: 'The head has promised it' },
  })),
});

const contests = saying(() => ({ below: `/reviews/${another}`, body: { reason: 'It is not ours' } }));
everyRejectionOf(RequestReview, world, {
  'no-such-task': contests(404, 'lead', 'unassigned'),
  'not-the-lead-unit': contests(403, 'helper', 'assigned'),
  'entry-id-is-taken': contests(409, 'lead', 'contested', ({ ids }) => ({
    below: `/reviews/${ids['review'] ?? ''}`,
  })),
  'task-is-closed': contests(409, 'lead', 'closed'),
  'task-is-returned': contests(409, 'lead', 'returned'),
  'review-already-asked': contests(409, 'lead', 'reviewUpheld'),
  // The thirtieth day after 1 March is the last of the month.
  'review-is-too-late': contests(409, 'lead', 'assigned', () => ({ day: '2023-04-01' })),
});

const keeps = { outcome: 'upheld', reason: 'It is theirs' };
const answers = saying(({ ids }) => ({ below: `/reviews/${ids['review'] ?? another}/answer`, body: keeps }));
everyRejectionOf(AnswerReview, world, {
  'no-such-task': answers(404, 'leading', 'unassigned'),
  'not-a-reviewer': answers(403, 'stranger', 'contested'),
  'reviewer-is-unnamed': nobodyIsUnnamed(() => {
    given(assigned, reviewRequested)
      .when(answerReview(upholdIt, { role: 'office' }, today, independent, []))
      .isRejected('reviewer-is-unnamed');
  }),
  'reviewer-of-a-responsible-unit': answers(403, 'kin', 'contested'),
  'reviewer-answers-for-the-task': answers(403, 'named', 'requestContested'),
  'reviewer-is-recused': answers(403, 'recused', 'contested'),
  'reviewer-is-an-author': answers(403, 'officeAsLeading', 'contested'),
  'no-such-review': answers(404, 'leading', 'assigned'),
  'review-already-answered': answers(409, 'leading', 'reviewUpheld'),
  'task-is-closed': {
    because: 'whoever takes a task back has answered every review of it',
    proved: () => {
      given(assigned, reviewRequested, taskWithdrawn)
        .when(answerReview(upholdIt, { ...leadingGroup, unit: strangeUnit }, today, independent, []))
        .isRejected('task-is-closed');
    },
  },
  'criterion-is-missing': answers(422, 'scribe', 'contested', () => ({
    body: { ...keeps, outcome: 'changed' },
  })),
  'criterion-is-not-asked-for': answers(422, 'team', 'contested', () => ({
    body: { ...keeps, criterion: 'It is damp at most' },
  })),
});
