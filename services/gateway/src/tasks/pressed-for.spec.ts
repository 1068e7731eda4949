import { expect, it } from '@jest/globals';
import { contest, lookBack, upholdIt } from '@redress/contracts/rectification/aftermath.examples';
import {
  approveTalk,
  holdTalk,
  proposeTalk,
  refuseTalk,
  remind,
} from '@redress/contracts/rectification/escalation.examples';
import { lead } from '@redress/contracts/rectification/people.examples';
import { ask, taskId } from '@redress/contracts/rectification/task.examples';
import { AppealDeskController } from '../cards/appeal-desk.controller.js';
import { EscalationDeskController } from '../escalations/escalation-desk.controller.js';
import { EscalationsController } from '../escalations/escalations.controller.js';
import { LookBacksController } from '../look-backs/look-backs.controller.js';
import { ReviewDeskController } from '../reviews/review-desk.controller.js';
import { ReviewsController } from '../reviews/reviews.controller.js';
import { CloseOutController } from './close-out.controller.js';
import { RemindersController } from './reminders.controller.js';
import { bodyOf, provesRoutes, routesOf } from './routes.examples.js';

const gateway = routesOf(
  RemindersController,
  EscalationsController,
  EscalationDeskController,
  AppealDeskController,
  CloseOutController,
  LookBacksController,
  ReviewsController,
  ReviewDeskController,
);
const { listening, call } = gateway;
const ids = ['taskId', 'entryId'] as const;
const talk = `/escalations/${proposeTalk.entryId}`;
const review = `/reviews/${contest.entryId}`;
const sign = { taskId, entryId: ask.entryId };

provesRoutes(gateway, [
  ['rectification.remind-task', `/reminders/${remind.entryId}`, remind, ids],
  ['rectification.propose-escalation', talk, proposeTalk, ids],
  ['rectification.approve-escalation', `${talk}/approval`, approveTalk, ids],
  ['rectification.refuse-escalation', `${talk}/refusal`, refuseTalk, ids],
  ['rectification.carry-out-escalation', `${talk}/record`, holdTalk, ids],
  ['rectification.sign-close-out', `/close-out/${ask.entryId}/signature`, sign, ids],
  ['rectification.record-look-back', `/look-backs/${lookBack.entryId}`, lookBack, ids],
  ['rectification.request-review', review, contest, ids],
  ['rectification.answer-review', `${review}/answer`, upholdIt, ids],
]);

it.each([
  ['task-is-returned', 409, `/reminders/${remind.entryId}`, remind],
  ['not-a-step', 422, talk, proposeTalk],
  ['proposer-does-not-approve', 403, `${talk}/refusal`, refuseTalk],
  ['no-such-escalation', 404, `${talk}/record`, holdTalk],
  ['seen-before-the-closing', 422, `/look-backs/${lookBack.entryId}`, lookBack],
  ['review-is-too-late', 409, review, contest],
  ['reviewer-is-an-author', 403, `${review}/answer`, upholdIt],
] as const)('%s is a problem with status %i', async (rejected, status, path, command) => {
  listening.answer = { rejected };
  const response = await call('PUT', `/tasks/${taskId}${path}`, bodyOf(command, ids));
  expect(response.statusCode).toBe(status);
  expect(response.json()).toMatchObject({ type: `/problems/${rejected}`, status });
});

it.each([
  ['/escalations?status=proposed&kind=circular', 'rectification.read-escalations'],
  ['/appeals?status=pending&colour=red', 'rectification.read-appeals'],
  ['/look-backs?due=2026-06-20&order=desc', 'rectification.read-look-backs'],
  ['/reviews?status=pending&limit=10', 'rectification.read-reviews'],
])('%s is looked at', async (path, subject) => {
  listening.answer = { rows: [] };
  expect((await call('GET', path)).statusCode).toBe(200);
  expect(listening.asked).toMatchObject([{ subject, actor: lead }]);
  listening.answer = { rejected: 'not-found' };
  expect((await call('GET', path)).statusCode).toBe(404);
});

it.each(['/escalations?status=open', '/appeals?status=open', '/look-backs?due=soon', '/reviews?outcome=won'])(
  '%s is refused',
  async (path) => {
    expect((await call('GET', path)).statusCode).toBe(400);
    expect(listening.asked).toEqual([]);
  },
);
