import { describe, expect, it } from '@jest/globals';
import { lead } from '@redress/contracts/rectification/people.examples';
import { issueId, taskId } from '@redress/contracts/rectification/task.examples';
import { ExtensionDeskController } from '../extensions/extension-desk.controller.js';
import { IssuesController } from '../issues/issues.controller.js';
import { routesOf } from '../tasks/routes.examples.js';
import { TasksController } from '../tasks/tasks.controller.js';
import { LedgerController } from './ledger.controller.js';

const { listening, call } = routesOf(
  IssuesController,
  LedgerController,
  TasksController,
  ExtensionDeskController,
);

describe('what is looked at', () => {
  it.each([
    ['/tasks?status=verified&deadlineTo=2026-03-31&limit=10&order=desc', 'rectification.read-ledger'],
    ['/tasks/facets?stage=open&topic=housing', 'rectification.read-ledger-facets'],
    ['/tasks/due?week=2026-03-31', 'rectification.read-due-tasks'],
    [`/tasks/${taskId}?atLeast=7`, 'rectification.read-task'],
    ['/issues?topic=housing&text=%E6%B0%B4%E6%88%BF', 'rectification.read-issue-list'],
    ['/issues/facets?listedFrom=2026-03-31', 'rectification.read-issue-facets'],
    ['/extensions?status=pending&sort=deadline', 'rectification.read-extensions'],
    [`/issues/${issueId}`, 'rectification.read-issue'],
  ])('%s', async (path, subject) => {
    listening.answer = { revision: 5 };
    const response = await call('GET', path);
    expect(response.statusCode).toBe(200);
    expect(listening.asked).toMatchObject([{ subject, actor: lead }]);
    if (subject === 'rectification.read-ledger')
      expect(listening.asked[0]?.body).toEqual({
        status: 'verified',
        deadlineTo: '2026-03-31',
        limit: 10,
        order: 'desc',
      });
  });

  it('is not found when it may not be seen', async () => {
    listening.answer = { rejected: 'not-found' };
    for (const path of [
      `/tasks/${taskId}`,
      `/issues/${issueId}`,
      '/tasks',
      '/tasks/facets',
      '/tasks/due',
      '/issues',
      '/issues/facets',
      '/extensions',
    ])
      expect((await call('GET', path)).statusCode).toBe(404);
  });

  it('is refused by a status, a sorting or a limit that does not exist', async () => {
    for (const query of [
      'status=open',
      'sort=title',
      'limit=201',
      'limit=0',
      'order=up',
      'leadUnit=x',
      'stage=shut',
      'card=green',
      'due=never',
      'closedTo=2026-02-30',
      'who=me',
    ])
      expect((await call('GET', `/tasks?${query}`)).statusCode).toBe(400);
    for (const query of ['limit=9', 'cursor=x', 'sort=deadline', 'stage=shut'])
      expect((await call('GET', `/tasks/facets?${query}`)).statusCode).toBe(400);
    for (const query of ['week=2026-W14', 'week=', 'sort=deadline'])
      expect((await call('GET', `/tasks/due?${query}`)).statusCode).toBe(400);
    expect(listening.asked).toEqual([]);
  });
});
