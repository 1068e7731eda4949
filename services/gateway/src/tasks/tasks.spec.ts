import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Session } from '@redress/contracts/directory/who-acts';
import type { Actor, Envelope } from '@redress/contracts/envelope';
import { lead } from '@redress/contracts/rectification/people.examples';
import {
  accept,
  ask,
  askForTime,
  assign,
  change,
  close,
  giveBack,
  grant,
  issueId,
  name,
  plan,
  reassign,
  refuse,
  rejectIt,
  reopen,
  report,
  taskId,
  verify,
} from '@redress/contracts/rectification/task.examples';
import { ContractPipe } from '@redress/edge/contract.pipe';
import { ProblemFilter } from '@redress/edge/problem.filter';
import { Services } from '@redress/edge/services';
import { Clock } from '@redress/eventsourcing/clock';
import { ExtensionDeskController } from '../extensions/extension-desk.controller.js';
import { ExtensionsController } from '../extensions/extensions.controller.js';
import { newGateway } from '../gateway.js';
import { EtagInterceptor } from '../http/etag.interceptor.js';
import { IssuesController } from '../issues/issues.controller.js';
import { SessionGuard } from '../session/session.guard.js';
import { Sessions } from '../session/sessions.js';
import { ChangesController } from './changes.controller.js';
import { CloseOutController } from './close-out.controller.js';
import { ReturnsController } from './returns.controller.js';
import { TasksController } from './tasks.controller.js';
import { WorkController } from './work.controller.js';

type Asked = { readonly subject: string; readonly body: unknown; readonly actor: Actor };

/** Remembers what it was asked, and answers what it was told to. */
class Listening extends Services {
  asked: Asked[] = [];
  answer: object = { revision: 3, position: '7' };

  override send(command: { readonly subject: string }, body: object, { actor }: Envelope) {
    return this.heard(command, body, actor);
  }

  override ask(query: { readonly subject: string }, body: object, actor: Actor) {
    return this.heard(query, body, actor);
  }

  private heard({ subject }: { readonly subject: string }, body: object, actor: Actor): Promise<never> {
    this.asked.push({ subject, body: { ...body }, actor });
    return Promise.resolve(this.answer as never);
  }
}

class OneSession extends Sessions {
  override sessionOf(token: string): Promise<Session | undefined> {
    const session = { actor: lead, recordsPast: false } as Session;
    return Promise.resolve(token === 'lead' ? session : undefined);
  }
}

const listening = new Listening();

@Module({
  controllers: [
    IssuesController,
    TasksController,
    WorkController,
    ReturnsController,
    ChangesController,
    CloseOutController,
    ExtensionsController,
    ExtensionDeskController,
  ],
  providers: [
    Clock,
    { provide: Services, useValue: listening },
    { provide: Sessions, useClass: OneSession },
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_PIPE, useClass: ContractPipe },
    { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
})
class RectificationRoutes {}

let app: INestApplication;
beforeAll(async () => {
  app = await newGateway(RectificationRoutes);
  app.useLogger(false);
  await app.init();
});
afterAll(() => app.close());
beforeEach(() => {
  listening.asked = [];
  listening.answer = { revision: 3, position: '7' };
});

const call = async (method: 'GET' | 'PUT', path: string, payload?: object, token = 'lead') =>
  (app as NestFastifyApplication).inject({
    method,
    url: `/api${path}`,
    headers: { authorization: `Bearer ${token}` },
    ...(payload && { payload }),
  });

/** A command in two parts: what its path says, and what its body. */
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

const bodyOf = (command: object, inPath: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(command).filter(([field]) => !inPath.includes(field)));

describe.each(routes)('%s', (subject, path, command, inPath) => {
  const url = `/tasks/${taskId}${path}`;
  const body = bodyOf(command, inPath);

  it('is sent as whoever the token says, and answered with where it was written', async () => {
    const response = await call('PUT', url, body);
    expect(response.statusCode).toBe(200);
    expect(response.headers.etag).toBe('"3"');
    expect(response.json()).toEqual({ revision: 3, position: '7' });
    expect(JSON.parse(JSON.stringify(listening.asked))).toEqual([{ subject, body: command, actor: lead }]);
  });

  it('is refused with a field too many or too few, or without a token', async () => {
    for (const wrong of [{ ...body, unit: lead.unit }, { ...body, taskId }, {}])
      expect((await call('PUT', url, wrong)).statusCode).toBe(400);
    expect((await call('PUT', url.replace(taskId, 'seven'), body)).statusCode).toBe(400);
    expect((await call('PUT', url, body, 'forged')).statusCode).toBe(401);
    expect(listening.asked).toEqual([]);
  });
});

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

describe('what is looked at', () => {
  it.each([
    ['/tasks?status=verified&deadlineTo=2026-03-31&limit=10&order=desc', 'rectification.read-ledger'],
    [`/tasks/${taskId}?atLeast=7`, 'rectification.read-task'],
    ['/issues?topic=housing&text=%E6%B0%B4%E6%88%BF', 'rectification.read-issue-list'],
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
    for (const path of [`/tasks/${taskId}`, `/issues/${issueId}`, '/tasks', '/issues', '/extensions'])
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
      'who=me',
    ])
      expect((await call('GET', `/tasks?${query}`)).statusCode).toBe(400);
    expect(listening.asked).toEqual([]);
  });
});
