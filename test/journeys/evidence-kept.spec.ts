import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TakenFile } from '@redress/contracts/evidence/uploads';
import { sha256Of, text } from '@redress/evidence/bytes.examples';
import { eventually } from '@redress/messaging/nats-server.testing';
import { TaskAtWork } from './task-at-work.js';

let work: TaskAtWork;
beforeAll(async () => {
  work = await TaskAtWork.start();
});
afterAll(() => work.system.stop());

it('a close-out is bound to the hash of each file', async () => {
  const before = await work.taken('before.txt', text('It is 64 °C'));
  await work.attached(before);
  const closeOut = `${work.task}/close-out/${randomUUID()}`;
  await work.does('canteens', closeOut, { summary: 'The soup is hot', unfinished: [] });
  await work.attached(await work.taken('after.txt', text('It is 65 °C')));
  const seen = { seen: 'Hot soup', where: 'Canteen', on: new Date().toISOString().slice(0, 10) };
  expect(await work.staff.as('team', 'PUT', `${closeOut}/verification`, seen)).toMatchObject({
    status: 409,
    body: { type: '/problems/evidence-changed' },
  });
  const { body: row } = await work.staff.as('office', 'GET', work.task);
  const [request] = Object.values(row['closeOuts'] as Record<string, { evidence: string[] }>);
  expect(request?.evidence).toContain(before.sha256);
});

describe('from a terminal', () => {
  const redress = (...args: readonly string[]) =>
    work.system.redress('--token', work.staff.tokenOf('canteens'), ...args);

  it('a file is added to a task as often as the command is given, and fetched with its hash', async () => {
    const path = join(work.system.folder, 'temperatures.csv');
    writeFileSync(path, 'day,degrees\n1,64\n');
    const id = work.taskId;
    const sha256 = sha256Of(readFileSync(path));
    for (let again = 0; again < 2; again += 1)
      expect(await redress('evidence', 'add', id, path, '--note', 'Of a week')).toEqual({
        code: 0,
        out: `${sha256}\n`,
        err: '',
      });
    const { body: row } = await work.staff.as('office', 'GET', work.task);
    const entries = Object.values(row['evidence'] as Record<string, { note: string }>);
    expect(entries.filter(({ note }) => note === 'Of a week')).toHaveLength(1);

    const copy = join(work.system.folder, 'copy.csv');
    expect(await redress('evidence', 'get', id, sha256, copy)).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(copy)).toEqual(readFileSync(path));
    expect(await redress('evidence', 'get', id, sha256, copy)).toMatchObject({
      code: 2,
      err: expect.stringContaining('EEXIST'),
    });
    const missing = join(work.system.folder, 'missing.csv');
    expect(await redress('evidence', 'get', id, 'f'.repeat(64), missing)).toMatchObject({
      code: 2,
      err: expect.stringContaining('There is no such thing'),
    });
    expect(existsSync(missing)).toBe(false);
  });

  it('is told why a file is refused', async () => {
    const path = join(work.system.folder, 'run.sh');
    writeFileSync(path, '#!/bin/sh\n');
    expect(await redress('evidence', 'add', work.taskId, path)).toMatchObject({
      code: 2,
      err: expect.stringContaining('The file is a script'),
    });
  });
});

it('what no event names is removed after seven days, and not while rectification does not answer', async () => {
  const named = await work.taken('named.txt', text('Named'));
  await work.attached(named);
  const unnamed = await work.taken('unnamed.txt', text('Unnamed'));
  const young = await work.taken('young.txt', text('Young'));
  const placeOf = ({ sha256 }: TakenFile): string =>
    join(work.system.data, 'evidence', sha256.slice(0, 2), sha256.slice(2, 4), `${sha256}.txt`);
  const eightDaysAgo = Date.now() / 1_000 - 8 * 86_400;
  for (const file of [named, unnamed]) utimesSync(placeOf(file), eightDaysAgo, eightDaysAgo);

  const { pid } = work.system.launched.processOf('rectification') ?? { pid: NaN };
  process.kill(pid, 'SIGSTOP');
  const gateway = work.system.launched.processOf('gateway')?.pid ?? NaN;
  try {
    process.kill(gateway, 'SIGKILL');
    await eventually(() => work.system.launched.log('gateway').includes('cleanedUp=false'));
    expect(existsSync(placeOf(unnamed))).toBe(true);
  } finally {
    process.kill(pid, 'SIGCONT');
  }
  await work.killGateway();
  await eventually(() => !existsSync(placeOf(unnamed)));
  await eventually(() => work.system.launched.log('gateway').includes(unnamed.sha256));
  expect([existsSync(placeOf(named)), existsSync(placeOf(young))]).toEqual([true, true]);
  expect((await work.fetched('office', named.sha256)).status).toBe(200);
});
