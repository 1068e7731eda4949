import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterEach, expect, it } from '@jest/globals';
import type { Server } from 'node:http';
import { openEndpoint } from './endpoint.js';
import { measured } from './measuring.js';
import type { Seen } from './seen.js';

const WELL: Seen = { isReady: true, projections: [], reactions: [], timers: [] };

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

const free = async (): Promise<string> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return String(port);
};

const opened = async (look: () => Promise<Seen>) => {
  const port = await free();
  const looked = async () => ({ seen: await look(), details: { troubles: ['why'] } });
  server = await openEndpoint('intake', looked, { REDRESS_METRICS_PORT: port });
  return async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    return { status: answer.status, text: await answer.text() };
  };
};

it('is not there while no port is set, and nothing is counted', async () => {
  expect(await openEndpoint('intake', () => Promise.reject(new Error('asked')), {})).toBeUndefined();
  expect(measured()).toBeUndefined();
});

it.each(['http', '0', '65536', '-1', '1e3'])('refuses %s for a port', async (port) => {
  const look = () => Promise.resolve({ seen: WELL, details: {} });
  await expect(openEndpoint('intake', look, { REDRESS_METRICS_PORT: port })).rejects.toThrow(
    `REDRESS_METRICS_PORT must be a port from 1 to 65535, not "${port}"`,
  );
});

it('is ready or not as it is looked at, and says why; it lives all the same', async () => {
  const seen = { ...WELL };
  const get = await opened(() => Promise.resolve(seen));
  expect(await get('/health/ready')).toEqual({ status: 200, text: '{"ready":true,"troubles":["why"]}\n' });
  Object.assign(seen, { isReady: false });
  expect(await get('/health/ready')).toMatchObject({ status: 503 });
  expect(await get('/health/live')).toMatchObject({ status: 200 });
  for (const path of ['/', '/toString', '/metrics/', '/metrics?x'])
    expect((await get(path)).status).toBe(404);
});

it('shows what can be known now, and leaves out what cannot', async () => {
  let seen: Seen = {
    isReady: true,
    relayLag: 3,
    projections: [{ name: 'desk', lag: 2 }],
    reactions: [{ name: 'tell', pending: 5, deadLetters: 1 }],
    timers: [{ name: 'cards', overdue: 4 }],
  };
  const get = await opened(() => Promise.resolve(seen));
  const first = (await get('/metrics')).text;
  for (const line of [
    'redress_ready{service="intake"} 1',
    'redress_relay_lag{service="intake"} 3',
    'redress_projection_lag{projection="desk",service="intake"} 2',
    'redress_consumer_pending{reaction="tell",service="intake"} 5',
    'redress_dead_letters{reaction="tell",service="intake"} 1',
    'redress_timers_overdue{timer="cards",service="intake"} 4',
  ])
    expect(first.split('\n')).toContain(line);
  seen = { ...WELL, isReady: false, reactions: [{ name: 'tell' }] };
  const second = (await get('/metrics')).text;
  expect(second).toContain('redress_ready{service="intake"} 0');
  for (const name of ['relay_lag', 'projection_lag', 'consumer_pending', 'dead_letters', 'timers_overdue'])
    expect(second).not.toContain(`redress_${name}{`);
});

it('counts at once what somebody did, and later what nobody did', async () => {
  const get = await opened(() => Promise.resolve(WELL));
  for (const isAnonymous of [false, true]) {
    measured()?.answered('intake.x', 'accepted', isAnonymous);
    measured()?.appended(0.003, isAnonymous);
    measured()?.committed(2, isAnonymous);
    measured()?.requested({ method: 'GET', route: '/api/x', status: 200 }, 0.01, isAnonymous);
  }
  const { text } = await get('/metrics');
  for (const line of [
    'redress_commands_total{command="intake.x",outcome="accepted",service="intake"} 1',
    'redress_append_seconds_count{service="intake"} 1',
    'redress_append_batch_size_sum{service="intake"} 2',
    'redress_http_request_seconds_count{service="intake",method="GET",route="/api/x",status="200"} 1',
  ])
    expect(text.split('\n')).toContain(line);
});

it('says that it does not know when it cannot look', async () => {
  const get = await opened(() => Promise.reject(new TypeError('what somebody wrote')));
  expect(await get('/metrics')).toEqual({ status: 500, text: '{"error":"TypeError"}\n' });
});
