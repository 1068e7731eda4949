import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { postIdOf, unitIdOf } from '@redress/contracts/directory/ids';
import { AuditModule } from '../../services/audit/src/audit.module.js';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { IdentityModule } from '../../services/identity/src/identity.module.js';
import { InspectionModule } from '../../services/inspection/src/inspection.module.js';
import { IntakeModule } from '../../services/intake/src/intake.module.js';
import { RectificationModule } from '../../services/rectification/src/rectification.module.js';
import { Browser } from './browser.js';
import { type Answer, type Call, callerOf } from './caller.js';
import { Staff } from './staff.js';
import { startSystem, type System } from './system.js';

// One story: somebody who is registered signs in by roster number, and speaks under their name, but not to the unit.

const NAME = '欧阳独一无二';
const NUMBER = 'S-20260417';
const PASSWORD = 'forty-seven grey herons';

let system: System;
let call: Call;
let staff: Staff<'office' | 'logistics'>;
let ann: Browser;
let person = '';
let opinionId = '';
let receipt = '';
const [issueId, taskId] = [randomUUID(), randomUUID()];

beforeAll(async () => {
  system = await startSystem({
    directory: DirectoryModule,
    identity: IdentityModule,
    intake: IntakeModule,
    rectification: RectificationModule,
    inspection: InspectionModule,
    audit: AuditModule,
  });
  call = callerOf(system.url);
  staff = await Staff.hired(call, system.operatorToken, { office: 'office', logistics: 'unit' } as const);
});
afterAll(() => system.stop());

const byOperator = (method: string, path: string, body: object): Promise<Answer> =>
  call(method, `/api${path}`, { token: system.operatorToken, body });

const does = async (
  path: string,
  body: object = {},
  who: 'office' | 'logistics' = 'office',
): Promise<Answer> => {
  const answer = await staff.as(who, 'PUT', path, body);
  expect([path, answer.status, answer.body['type']]).toEqual([path, 200, undefined]);
  return answer;
};

const eventually = async (ask: () => Promise<Answer>, isSo: (answer: Answer) => boolean): Promise<Answer> => {
  for (;;) {
    const answer = await ask();
    if (isSo(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

describe('somebody who is registered', () => {
  it('signs in by roster number, without any post', async () => {
    const registered = await byOperator('PUT', `/people/${NUMBER}`, { name: NAME });
    person = String(registered.body['personId']);
    const { body } = await byOperator('POST', `/accounts/${NUMBER}/invitation`, {});
    ann = new Browser(call, system.url);
    const accept = { invitation: body['invitation'], password: PASSWORD };
    expect((await ann.ask('POST', '/invitations/acceptance', accept)).status).toBe(201);
    const signed = await ann.signIn(NUMBER, PASSWORD);
    expect(signed).toMatchObject({ status: 201, body: { actor: { role: 'submitter', person } } });
  });

  it('speaks under their name, and follows it', async () => {
    const sent = await ann.ask('POST', '/opinions', {
      channel: 'web-form',
      title: 'The wash-house leaks',
      text: 'For two weeks now',
      addressedTo: postIdOf('logistics'),
      signed: true,
      hidden: true,
    });
    expect(sent.status).toBe(201);
    ({ opinionId, receipt } = sent.body as { opinionId: string; receipt: string });
    const followed = await call('GET', `/api/receipts/${receipt}`);
    expect(followed).toMatchObject({ status: 200, body: { opinionId } });
    const seen = await eventually(
      () => staff.as('office', 'GET', `/opinions/${opinionId}`),
      ({ status }) => status === 200,
    );
    expect(seen.body).toMatchObject({ submitter: person, hidden: true });
  });
});

describe('the responsible unit', () => {
  it('answers for it, all the way to the task', async () => {
    const at = `/opinions/${opinionId}`;
    await does(`${at}/acknowledgement`, {}, 'logistics');
    await does(`${at}/questions/${randomUUID()}`, { question: 'Since when?' }, 'logistics');
    const topic = { topic: 'housing', severity: 'ordinary' };
    await does(`${at}/listing`, { issueId, title: 'A leak', problem: 'It leaks', ...topic });
    await eventually(
      () => staff.as('office', 'GET', `/issues/${issueId}`),
      ({ status }) => status === 200,
    );
    const task = { issues: [issueId], title: 'Mend it', taskType: 'time-bound', criterion: 'It is dry' };
    const deadline = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    const unit = { leadUnit: unitIdOf('logistics'), supportingUnits: [], deadline };
    const { body } = await does(`/tasks/${taskId}`, { ...task, ...unit });
    const seen = await staff.as('logistics', 'GET', `/tasks/${taskId}?atLeast=${String(body['position'])}`);
    expect(seen).toMatchObject({ status: 200, body: { leadUnit: unitIdOf('logistics') } });
    expect(await staff.as('logistics', 'GET', at)).toMatchObject({
      status: 200,
      body: { title: 'The wash-house leaks' },
    });
  });

  it('is not told who it was, by anything that it can read', async () => {
    const { body: document } = await call('GET', '/api/openapi.json');
    const known: Readonly<Record<string, string>> = {
      opinionId,
      issueId,
      taskId,
      caseId: opinionId,
      personId: person,
      rosterNumber: NUMBER,
      code: 'logistics',
      unitId: unitIdOf('logistics'),
      receipt,
    };
    const paths = Object.entries(
      document['paths'] as Readonly<Record<string, Readonly<Record<string, unknown>>>>,
    )
      .filter(([path, methods]) => 'get' in methods && !/receipts|events$/.test(path))
      .map(([path]) => path.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? opinionId));
    const searches = [
      `/api/opinions?text=${encodeURIComponent('wash-house')}`,
      `/api/opinions?submitter=${person}`,
    ];
    const read: string[] = [];
    for (const path of [...paths, ...searches]) {
      const response = await fetch(`${system.url}${path}`, {
        headers: { authorization: `Bearer ${staff.tokenOf('logistics')}` },
      });
      const text = `${await response.text()} ${JSON.stringify([...response.headers])}`;
      if (response.status === 200) read.push(path);
      // A refusal may say again what was asked for, and no more.
      const asked = path.includes(person) || path.includes(NUMBER) ? [NAME] : [NAME, NUMBER, person];
      for (const secret of asked)
        expect([path, secret, text.includes(secret)]).toEqual([path, secret, false]);
    }
    expect(read).toEqual(
      expect.arrayContaining([
        '/api/opinions',
        `/api/opinions/${opinionId}`,
        `/api/tasks/${taskId}`,
        '/api/ledger.csv',
      ]),
    );
  });

  it('nor by asking as if it knew', async () => {
    for (const path of [
      `/people/${NUMBER}`,
      `/people/${person}/personal-data`,
      `/accounts/${NUMBER}`,
      `/cases/${opinionId}`,
    ])
      expect([path, (await staff.as('logistics', 'GET', path)).status]).toEqual([path, 404]);
  });

  it('is told when nobody asked to be hidden, as the office always is', async () => {
    const open = {
      channel: 'web-form',
      title: 'Open',
      text: 'Open',
      signed: true,
      addressedTo: postIdOf('logistics'),
    };
    const sent = await ann.ask('POST', '/opinions', open);
    const at = `/opinions/${String(sent.body['opinionId'])}`;
    const seen = await eventually(
      () => staff.as('logistics', 'GET', at),
      ({ status }) => status === 200,
    );
    expect(seen.body).toMatchObject({ submitter: person });
  });
});
