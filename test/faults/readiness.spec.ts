import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Trouble } from '@redress/contracts/health';
import type { Readiness } from '@redress/contracts/readiness';
import { eventually } from '@redress/messaging/nats-server.testing';
import { WholeSystem } from '../journeys/cli/whole-system.js';
import { metricsAt, portsInARow, PROCESSES, sumOf } from '../journeys/metrics.js';

jest.setTimeout(120_000);

// What is broken, and mended, one after another: each time the system says so, and then that it is well again.

let system: WholeSystem;
let port: number;

beforeAll(async () => {
  port = await portsInARow(PROCESSES.length);
  system = await WholeSystem.start({ REDRESS_METRICS_PORT: String(port) });
});
afterAll(async () => {
  for (const { pid } of system.launched.processes()) process.kill(pid, 'SIGCONT');
  await system.stop();
});

type Own = {
  readonly ready: boolean;
  readonly troubles: readonly Trouble[];
  readonly missing?: readonly string[];
};

/** What a process says of itself, and with which status. */
const ownOf = async (name: string): Promise<Own & { readonly status: number }> => {
  const answer = await fetch(`http://127.0.0.1:${String(port + PROCESSES.indexOf(name))}/health/ready`);
  return { status: answer.status, ...((await answer.json()) as Own) };
};

const publicly = async (): Promise<{ readonly status: number; readonly body: object }> => {
  const answer = await fetch(`${system.url}/api/health/ready`);
  return { status: answer.status, body: (await answer.json()) as object };
};

const toTheOperator = async (): Promise<Readiness> =>
  (await system.call('GET', '/api/health/ready', { token: system.operatorToken }))
    .body as unknown as Readiness;

const isWell = async (): Promise<boolean> => (await publicly()).status === 200;
const pidOf = (name: string): number => system.launched.processOf(name)?.pid ?? 0;
const signal = (name: string, what: NodeJS.Signals): void => {
  process.kill(pidOf(name), what);
};

it('says to everybody that it is ready, and of each process', async () => {
  await eventually(isWell, 30_000);
  expect(await publicly()).toEqual({ status: 200, body: { ready: true } });
  expect(await toTheOperator()).toEqual({ ready: true, missing: [], troubles: [] });
  for (const name of PROCESSES) {
    expect([name, await ownOf(name)]).toMatchObject([name, { status: 200, ready: true, troubles: [] }]);
    expect(sumOf(await metricsAt(port + PROCESSES.indexOf(name)), 'redress_ready')).toBe(1);
  }
});

it('notices that the broker hangs', async () => {
  signal('nats-server', 'SIGSTOP');
  await eventually(async () => (await publicly()).status === 503, 30_000);
  expect(await publicly()).toEqual({ status: 503, body: { ready: false } });
  expect(await ownOf('gateway')).toMatchObject({ status: 503, missing: expect.arrayContaining(['nats']) });
  for (const name of ['intake', 'audit'])
    expect(await ownOf(name)).toMatchObject({ status: 503, troubles: [{ what: 'broker-does-not-answer' }] });
  expect(sumOf(await metricsAt(port + PROCESSES.indexOf('intake')), 'redress_ready')).toBe(0);
  signal('nats-server', 'SIGCONT');
  await eventually(isWell, 60_000);
});

it('notices a service that hangs, and one that was killed and is back', async () => {
  await eventually(isWell, 60_000);
  const before = pidOf('inspection');
  signal('inspection', 'SIGSTOP');
  await eventually(async () => (await publicly()).status === 503, 30_000);
  expect(await toTheOperator()).toMatchObject({ ready: false, missing: ['inspection'] });
  const { out } = await system.redress('status');
  expect(out).toContain('Does not answer: inspection.');
  signal('inspection', 'SIGKILL');
  await eventually(isWell, 60_000);
  expect(pidOf('inspection')).not.toBe(before);
});

it('notices that nothing more can be written, as when the disk is full', async () => {
  const limit = (most: string): void => {
    execFileSync('prlimit', [`--fsize=${most}:unlimited`, '--pid', String(pidOf('intake'))]);
  };
  limit('1');
  await eventually(async () => (await ownOf('intake')).status === 503, 30_000);
  expect((await ownOf('intake')).troubles).toEqual([{ what: 'store-cannot-be-written' }]);
  expect((await publicly()).body).toEqual({ ready: false });
  expect(await toTheOperator()).toEqual({
    ready: false,
    missing: [],
    troubles: [{ service: 'intake', what: 'store-cannot-be-written' }],
  });
  const { out } = await system.redress('status');
  expect(out).toContain('intake: nothing can be added to its events');
  limit('unlimited');
  await eventually(isWell, 30_000);
  expect(pidOf('intake')).toBeGreaterThan(0);
});
