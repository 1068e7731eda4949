import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestBroker } from '@redress/messaging/nats-server.testing';
import { natsClient, NatsServices } from '@redress/messaging/nats-services';

const serviceOf = (name) => new URL(`../../../services/${name}/dist/main.js`, import.meta.url);
export const INTAKE = serviceOf('intake');
export const DIRECTORY = serviceOf('directory');
export const IDENTITY = serviceOf('identity');
export const RECTIFICATION = serviceOf('rectification');
export const GATEWAY = serviceOf('gateway');
export const COMMANDS_ALONE = new URL('commands-alone.mjs', import.meta.url);
export const ECHO = new URL('echo.mjs', import.meta.url);

const ready = async (service) => {
  const next = async () => (await Promise.race([once(service, 'message'), once(service, 'exit')]))[0];
  let said = await next();
  if (said?.setUpToken) {
    service.setUpToken = said.setUpToken;
    said = await next();
  }
  if (!said?.ready) throw new Error(`${service.spawnargs.at(-1)} ended with ${said}`);
};

/**
 * Processes as in production: a broker, services that are started by the file they run, and this one as the client.
 * `prepared` may fill their data folder before.
 */
export const withServices = async (files, act, { prepared, env: more } = {}) => {
  const broker = await TestBroker.start();
  const data = await mkdtemp(join(tmpdir(), 'redress-bench-'));
  await prepared?.(data);
  const env = { ...process.env, NATS_URL: broker.url, REDRESS_DATA: data, ...more };
  const running = files.map((file) => fork(file, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }));
  const services = new NatsServices(natsClient(broker.url));
  try {
    await Promise.all(running.map(ready));
    return await act(services, { data, processes: running });
  } finally {
    await services.onApplicationShutdown();
    for (const service of running) service.kill('SIGTERM');
    await Promise.all(running.map((service) => service.exitCode ?? once(service, 'exit')));
    await broker.stop();
    await rm(data, { recursive: true });
  }
};
