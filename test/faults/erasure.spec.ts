import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ERASED } from '@redress/contracts/personal';
import type { PersonId } from '@redress/contracts/values';
import { eventually } from '@redress/messaging/nats-server.testing';
import { WholeSystem } from '../journeys/cli/whole-system.js';
import { Staff } from '../journeys/staff.js';

// Services are killed while somebody is erased: whenever that is, the end is the same.

/** A service that was killed is started again, and others wait for it. */
const PATIENCE_MS = 60_000;

type Who = 'first' | 'second' | 'third';

let system: WholeSystem;
let staff: Staff<'office' | 'approver' | Who>;

beforeAll(async () => {
  system = await WholeSystem.start();
  staff = await Staff.hired(system.call, system.operatorToken, {
    office: 'office',
    approver: 'office',
    first: 'unit',
    second: 'unit',
    third: 'unit',
  } as const);
});
afterAll(() => system.stop());

const kill = (...names: readonly string[]): void => {
  for (const name of names) {
    const running = system.launched.processOf(name);
    if (running) process.kill(running.pid, 'SIGKILL');
  }
};

const destroyed = (person: PersonId): boolean => {
  const file = join(system.data, 'keys.erased');
  return existsSync(file) && readFileSync(file, 'utf8').includes(person);
};

/** While a service is down, an answer may be that it is. */
const report = async (who: Who) => {
  const path = `/people/${staff.personOf(who)}/erasure`;
  const { status, body } = await staff.as('office', 'GET', path).catch(() => ({ status: 0, body: {} }));
  return status === 200 ? (body as Readonly<Record<string, unknown>>) : {};
};

it.each<[Who, string, (person: PersonId) => Promise<void>]>([
  [
    'first',
    'before its keys are gone',
    () => {
      kill('directory', 'intake');
      return Promise.resolve();
    },
  ],
  [
    'second',
    'when its keys are gone, and nobody has said so',
    async (person) => {
      await eventually(() => destroyed(person), PATIENCE_MS);
      kill('directory');
    },
  ],
  [
    'third',
    'while services forget it',
    async () => {
      await eventually(async () => (await report('third'))['status'] === 'erased', PATIENCE_MS);
      kill('intake', 'directory', 'inspection', 'identity');
    },
  ],
])('erases the %s person, with services killed %s', async (who, _, killing) => {
  const text = `独有正文${who}`;
  const opinion = { channel: 'web-form', title: 'x', text, signed: true };
  const sent = await staff.as(who, 'POST', '/opinions', opinion);
  expect(sent.status).toBe(201);
  const why = { ground: 'asked-for', reason: 'They left' };
  const about = `/people/${staff.personOf(who)}`;
  expect((await staff.as('office', 'PUT', `${about}/erasure`, why)).status).toBe(200);
  expect((await staff.as('approver', 'DELETE', `${about}/personal-data`)).status).toBe(200);
  await killing(staff.personOf(who));

  await eventually(async () => (await report(who))['complete'] === true, PATIENCE_MS);
  const { confirmed } = await report(who);
  expect(confirmed).toHaveLength(4);
  const path = `/opinions/${String(sent.body['opinionId'])}`;
  await eventually(async () => (await staff.as('office', 'GET', path)).status === 200, PATIENCE_MS);
  expect((await staff.as('office', 'GET', path)).body).toMatchObject({ text: ERASED });
});
