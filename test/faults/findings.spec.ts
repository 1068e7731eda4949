import { type ChildProcess, fork } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type INestApplication, Logger } from '@nestjs/common';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { publishChecklist } from '@redress/contracts/inspection/checklist.examples';
import { issueIdOfFinding, taskIdOfFinding } from '@redress/contracts/inspection/finding-ids';
import type { FindingId } from '@redress/contracts/values';
import { eventually, TestBroker } from '@redress/messaging/nats-server.testing';
import { GatewayModule } from '../../services/gateway/src/gateway.module.js';
import { closeGateway, newGateway } from '../../services/gateway/src/gateway.js';
import { type Call, callerOf } from '../journeys/caller.js';
import { answersAt, found } from '../journeys/inspected.js';
import { Staff } from '../journeys/staff.js';

jest.setTimeout(600_000);

const KILLS = 25;
const ROLES = { office: 'office', head: 'inspection', school: 'unit', auditor: 'auditor' } as const;
type Who = keyof typeof ROLES;
const FROM = '2026-01-01';
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const { checklistId, ...content } = publishChecklist;
const visit = randomUUID();

const SERVICES = ['directory', 'inspection', 'rectification', 'audit'] as const;
type Service = (typeof SERVICES)[number];

let broker: TestBroker;
let folder: string;
let gateway: INestApplication;
let call: Call;
let staff: Staff<Who>;
const running = new Map<Service, ChildProcess>();

const begin = async (service: Service): Promise<void> => {
  const main = join(import.meta.dirname, `../../services/${service}/dist/main.js`);
  const env = { ...process.env, NATS_URL: broker.url, REDRESS_DATA: folder, REDRESS_TIMER_SECONDS: '0' };
  const child = fork(main, { env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [] });
  running.set(service, child);
  expect(await once(child, 'message')).toMatchObject([{ ready: true }]);
};

/** With `kill -9`, and begun again. */
const kill = async (service: Service): Promise<void> => {
  const child = running.get(service);
  child?.kill('SIGKILL');
  if (child?.exitCode === null && child.signalCode === null) await once(child, 'exit');
  await begin(service);
};

/** The same request until it is answered: while a service is away, it is asked again. */
const insists = async (who: Who, path: string, body: object = {}): Promise<void> => {
  const headers = { 'idempotency-key': randomUUID() };
  const token = staff.tokenOf(who);
  await eventually(async () => {
    const answer = await call('PUT', `/api${path}`, { token, headers, body }).catch(() => undefined);
    if (answer && answer.status < 500) expect([path, answer.status]).toEqual([path, 200]);
    return answer?.status === 200;
  }, 60_000);
};
const sees = async (who: Who, path: string) => {
  const answer = await staff.as(who, 'GET', path).catch(() => undefined);
  return answer?.status === 200 ? answer.body : undefined;
};

beforeAll(async () => {
  broker = await TestBroker.start();
  folder = mkdtempSync(join(tmpdir(), 'redress-finding-'));
  process.env['NATS_URL'] = broker.url;
  process.env['REDRESS_DATA'] = folder;
  for (const service of SERVICES) await begin(service);
  gateway = await newGateway(GatewayModule);
  Logger.overrideLogger(false);
  await gateway.listen(0, '127.0.0.1');
  call = callerOf(await gateway.getUrl());
  staff = await Staff.hired(call, readFileSync(join(folder, 'operator.token'), 'utf8'), ROLES);
  const [team, unit] = [randomUUID(), staff.unitOf('school')];
  await insists('office', `/checklists/${checklistId}`, content);
  await insists('office', `/teams/${team}`, { name: '督查一组', from: FROM });
  const head = staff.personOf('head');
  await insists('office', `/teams/${team}/members/${head}`, { part: 'head', from: FROM });
  const plan = { unit, kind: 'scheduled', on: today, teamId: team, checklistId, checklistVersion: 1 };
  await insists('office', `/visits/${visit}`, plan);
  await insists('office', `/visits/${visit}/inspectors`, { inspectors: [head] });
  const at = new Date().toISOString();
  await insists('head', `/visits/${visit}/batch`, { openedAt: at, entries: answersAt(at) });
  await insists('head', `/visits/${visit}/signature`);
  await insists('head', `/visits/${visit}/submission`);
});

afterAll(async () => {
  await closeGateway(gateway);
  for (const child of running.values()) child.kill('SIGKILL');
  await broker.stop();
  rmSync(folder, { recursive: true, force: true });
});

it(`ends with one issue and one task for each finding, when services are killed ${String(KILLS)} times in between`, async () => {
  const findings = Array.from({ length: KILLS }, () => randomUUID() as FindingId);
  const issuing = {
    title: '补齐会议记录',
    topic: 'records',
    leadUnit: staff.unitOf('school'),
    supportingUnits: [],
    taskType: 'time-bound',
    criterion: '三个月内每次会议都有记录',
  };
  for (const finding of findings) {
    await insists('head', `/findings/${finding}`, { visitId: visit, ...found });
    const issued = insists('head', `/findings/${finding}/issuings/${randomUUID()}`, issuing);
    await pause(randomInt(60));
    await Promise.all([issued, kill(randomInt(2) ? 'inspection' : 'rectification')]);
  }

  for (const finding of findings)
    await eventually(async () => {
      const { status, issue, task } = (await sees('head', `/findings/${finding}`)) ?? {};
      return status === 'in-hand' && issue !== undefined && task !== undefined;
    }, 120_000);
  const issues = (await sees('office', '/issues?channel=inspection&limit=200'))?.['rows'] as { id: string }[];
  expect(issues.map(({ id }) => id).toSorted()).toEqual(findings.map(issueIdOfFinding).toSorted());
  const tasks = (await sees('office', '/tasks?limit=200'))?.['rows'] as { id: string; issues: string[] }[];
  expect(tasks.map(({ id }) => id).toSorted()).toEqual(findings.map(taskIdOfFinding).toSorted());
  for (const finding of findings)
    await eventually(async () => {
      const { entries = [] } = ((await sees('auditor', `/cases/${finding}`)) ?? {}) as {
        entries?: { type: string }[];
      };
      const of = (type: string) => entries.filter((event) => event.type === type).length;
      return (
        of('IssueListedFromFinding') === 1 && of('TaskAssigned') === 1 && of('FindingTaskFollowed') === 1
      );
    }, 60_000);
});
