import { expect, it } from '@jest/globals';
import { publish, skip, uphold } from '@redress/contracts/rectification/aftermath.examples';
import { lead } from '@redress/contracts/rectification/people.examples';
import { askForTime, grant, refuse } from '@redress/contracts/rectification/more-time.examples';
import {
  accept,
  ask,
  assign,
  change,
  close,
  giveBack,
  name,
  plan,
  reassign,
  rejectIt,
  reopen,
  report,
  taskId,
  verify,
} from '@redress/contracts/rectification/task.examples';
import { ExtensionsController } from '../extensions/extensions.controller.js';
import { PublishingController } from '../notices/publishing.controller.js';
import { ChangesController } from './changes.controller.js';
import { CloseOutController } from './close-out.controller.js';
import { ReturnsController } from './returns.controller.js';
import { bodyOf, provesRoutes, routesOf } from './routes.examples.js';
import { TasksController } from './tasks.controller.js';
import { WorkController } from './work.controller.js';

const gateway = routesOf(
  TasksController,
  WorkController,
  ReturnsController,
  ChangesController,
  CloseOutController,
  ExtensionsController,
  PublishingController,
);

const { listening, call } = gateway;

const routes = [
  ['rectification.assign-task', '', assign, ['taskId']],
  ['rectification.return-task', `/returns/${giveBack.entryId}`, giveBack, ['taskId', 'entryId']],
  ['rectification.reassign-task', `/reassignments/${reassign.entryId}`, reassign, ['taskId', 'entryId']],
  ['rectification.accept-task', '/acceptance', accept, ['taskId']],
  ['rectification.plan-measures', '/plan', plan, ['taskId']],
  ['rectification.change-measures', `/measures/${change.entryId}`, change, ['taskId', 'entryId']],
  ['rectification.name-responsible', `/responsible/${name.entryId}`, name, ['taskId', 'entryId']],
  ['rectification.report-progress', `/progress/${report.entryId}`, report, ['taskId', 'entryId']],
  ['rectification.request-close-out', `/close-out/${ask.entryId}`, ask, ['taskId', 'entryId']],
  [
    'rectification.verify-close-out',
    `/close-out/${verify.entryId}/verification`,
    verify,
    ['taskId', 'entryId'],
  ],
  [
    'rectification.reject-close-out',
    `/close-out/${rejectIt.entryId}/rejection`,
    rejectIt,
    ['taskId', 'entryId'],
  ],
  ['rectification.publish-notice', `/close-out/${publish.entryId}/notice`, publish, ['taskId', 'entryId']],
  ['rectification.skip-notice', `/close-out/${skip.entryId}/notice/skip`, skip, ['taskId', 'entryId']],
  [
    'rectification.answer-objection',
    `/objections/${uphold.objectionId}/answer`,
    uphold,
    ['taskId', 'objectionId'],
  ],
  ['rectification.close-task', '/closing', close, ['taskId']],
  ['rectification.reopen-task', '/reopening', reopen, ['taskId']],
  [
    'rectification.request-extension',
    `/extensions/${askForTime.extensionId}`,
    askForTime,
    ['taskId', 'extensionId'],
  ],
  [
    'rectification.refuse-extension',
    `/extensions/${refuse.extensionId}/refusal`,
    refuse,
    ['taskId', 'extensionId'],
  ],
] as const;

provesRoutes(gateway, routes);

it('a grant says nothing more than its path does', async () => {
  const url = `/tasks/${taskId}/extensions/${grant.extensionId}/grant`;
  expect((await call('PUT', url)).json()).toEqual({ revision: 3, position: '7' });
  expect(listening.asked).toEqual([{ subject: 'rectification.grant-extension', body: grant, actor: lead }]);
  listening.answer = { rejected: 'needs-the-leading-group' };
  expect((await call('PUT', url)).statusCode).toBe(403);
});

it.each([
  ['evidence-changed', 409, '/closing', close],
  ['not-the-office', 403, '/closing', close],
  ['notice-not-over', 409, '/closing', close],
  ['deadline-before-reopening', 422, '/reopening', { ...reopen, deadline: assign.deadline }],
  ['changed-meanwhile', 412, '/closing', close],
  ['no-such-issue', 404, '', assign],
  ['measure-due-after-the-deadline', 422, '/plan', plan],
] as const)('%s is a problem with status %i', async (rejected, status, path, command) => {
  listening.answer = { rejected };
  const response = await call('PUT', `/tasks/${taskId}${path}`, bodyOf(command, ['taskId']));
  expect(response.statusCode).toBe(status);
  expect(response.headers['content-type']).toContain('application/problem+json');
  expect(response.json()).toMatchObject({ type: `/problems/${rejected}`, status });
});
