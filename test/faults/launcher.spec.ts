import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, isThere, Launched, listener, type OurProcess, until } from './launcher/launched.js';

let folder: string;
let data: string;
let port: number;
let launched: Launched[];
let frozen: number | undefined;

const launch = (env: Readonly<Record<string, string>> = {}, into = data): Launched => {
  const one = new Launched(into, { REDRESS_PORT: String(port), ...env });
  launched.push(one);
  return one;
};

const allGone = (processes: readonly OurProcess[]): boolean => !processes.some(({ pid }) => isThere(pid));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'redress-launcher-'));
  data = join(folder, 'data');
  port = await freePort();
  launched = [];
});

afterEach(async () => {
  if (frozen !== undefined && isThere(frozen)) process.kill(frozen, 'SIGKILL');
  frozen = undefined;
  await Promise.all(launched.map((one) => one.end('SIGTERM')));
  rmSync(folder, { recursive: true, force: true });
});

describe('the launcher', () => {
  it('starts a broker and every service, and on SIGTERM ends all of them, the gateway first', async () => {
    const one = launch();
    await one.running();
    const processes = one.processes();
    expect(processes.map(({ name }) => name).toSorted()).toEqual(['directory', 'gateway', 'nats-server']);
    expect(processes.every(({ pid }) => isThere(pid))).toBe(true);
    expect(await (await fetch(`http://127.0.0.1:${String(port)}`)).text()).toBe('here');
    expect(one.log('directory')).toContain('broker named');

    expect(await one.end('SIGTERM')).toBe(0);
    expect(allGone(processes)).toBe(true);
    expect(one.log('gateway')).toContain('told to stop');
    expect(one.log('directory')).toContain('told to stop');
    expect(statSync(join(data, 'logs', 'gateway.log')).mtimeMs).toBeLessThanOrEqual(
      statSync(join(data, 'logs', 'directory.log')).mtimeMs,
    );
    expect(one.log('nats-server')).toContain('Server Exiting');
  });

  it('keeps the broker on loopback, and what is written to this account', async () => {
    mkdirSync(data, { mode: 0o755 });
    const one = launch();
    await one.running();
    expect(statSync(join(data, 'logs', 'gateway.log')).mode & 0o077).toBe(0);
    expect(statSync(join(data, 'nats', 'jetstream')).mode & 0o077).toBe(0);
    for (const secret of ['keys/gateway.nk', 'keys/launcher.nk', 'run/nats-server.conf'])
      expect(statSync(join(data, secret)).mode & 0o777).toBe(0o600);
    expect(one.log('nats-server')).toMatch(/Listening for client connections on 127\.0\.0\.1:/);
    const config = readFileSync(join(data, 'run', 'nats-server.conf'), 'utf8');
    for (const key of readdirSync(join(data, 'keys')))
      expect(config).not.toContain(readFileSync(join(data, 'keys', key), 'utf8'));
    expect(one.log('directory')).toContain('key of directory');
    expect(one.log('gateway')).toContain('key of gateway');
  });

  it.each(['directory', 'nats-server'])('starts %s again after a kill', async (name) => {
    const one = launch();
    await one.running();
    const before = one.processOf(name);
    process.kill(Number(before?.pid), 'SIGKILL');
    await one.says(`${name} ended (SIGKILL); starting it again in 0.25 s`);
    await one.says(`${name} is ready again`);
    expect(one.processOf(name)?.pid).not.toBe(before?.pid);
  });

  it('says why a service does not start, and leaves nothing running', async () => {
    const one = launch({ FAKE_FAILS: 'gateway' });
    expect(await one.end()).toBe(1);
    expect(one.said).toContain('gateway ended 3 times (exit code 3)');
    expect(one.said).toContain('Error: it was made to fail');
    expect(existsSync(join(data, 'run', 'processes.json'))).toBe(false);
    await expect(fetch(`http://127.0.0.1:${String(port)}`)).rejects.toThrow();
  });

  it('refuses a second start on the same data, which goes on undisturbed', async () => {
    const first = launch();
    await first.running();
    const processes = first.processes();
    const second = launch({ REDRESS_PORT: String(await freePort()) });
    expect(await second.end()).toBe(1);
    expect(second.said).toContain(`running on ${data} already (process ${String(first.pid)})`);
    expect(first.processes()).toEqual(processes);
    expect(processes.every(({ pid }) => isThere(pid))).toBe(true);
  });

  it.each(['REDRESS_PORT', 'REDRESS_NATS_PORT'])('refuses a port of %s that is taken', async (variable) => {
    const { port: taken, server } = await listener();
    const one = launch({ [variable]: String(taken) });
    expect(await one.end()).toBe(1);
    server.close();
    expect(one.said).toMatch(new RegExp(`Port ${String(taken)}.* is taken`));
    expect(readdirSync(join(data, 'run'))).not.toContain('launcher.lock');
  });

  it('refuses a port that is none', async () => {
    const one = launch({ REDRESS_PORT: 'http' });
    expect(await one.end()).toBe(1);
    expect(one.said).toContain('REDRESS_PORT is "http". It must be a port number');
    expect(existsSync(data)).toBe(false);
  });

  it('refuses a data folder that cannot be written', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, 'not a folder');
    for (const path of [file, join(file, 'below'), '/sys/redress']) {
      const one = launch({}, path);
      expect(await one.end()).toBe(1);
      expect(one.said).toContain(`The data folder ${path} cannot be written`);
    }
    expect(readFileSync(file, 'utf8')).toBe('not a folder');
  });

  it('refuses an external broker that is not there, without telling its password', async () => {
    const one = launch({ NATS_URL: `nats://me:secret@127.0.0.1:${String(await freePort())}` });
    expect(await one.end()).toBe(1);
    expect(one.said).toMatch(/No usable NATS server with JetStream at nats:\/\/127\.0\.0\.1:/);
    expect(one.said).not.toContain('secret');
  });

  it('uses an external broker and starts none', async () => {
    const owner = launch();
    await owner.running();
    const config = readFileSync(join(data, 'run', 'nats-server.conf'), 'utf8');
    const [, address] = /listen: "(.*)"/.exec(config) ?? [];
    const guest = launch(
      {
        NATS_URL: `nats://${String(address)}`,
        REDRESS_NATS_KEY_FILE: join(data, 'keys', 'launcher.nk'),
        REDRESS_PORT: String(await freePort()),
      },
      join(folder, 'other'),
    );
    await guest.running();
    expect(guest.processes().map(({ name }) => name)).not.toContain('nats-server');
  });

  it('gives each service its key from a folder for an external broker', async () => {
    const owner = launch();
    await owner.running();
    const config = readFileSync(join(data, 'run', 'nats-server.conf'), 'utf8');
    const [, address] = /listen: "(.*)"/.exec(config) ?? [];
    const guest = launch(
      {
        NATS_URL: `nats://${String(address)}`,
        REDRESS_NATS_KEYS: join(data, 'keys'),
        REDRESS_PORT: String(await freePort()),
      },
      join(folder, 'other'),
    );
    await guest.running();
    expect(guest.log('gateway')).toContain('key of gateway');
  });

  it('runs as many copies of a service as it is told, each known by a name that it keeps', async () => {
    const one = launch({ REDRESS_COPIES: '2' });
    await one.running();
    const names = one.processes().map(({ name }) => name);
    expect(names.toSorted()).toEqual(['directory', 'directory-2', 'gateway', 'nats-server']);
    expect(one.log('directory')).toContain('set-up token made');
    const [said = '', copy = ''] = /copy (.*), set-up token none/.exec(one.log('directory-2')) ?? [];
    expect(one.log('directory')).not.toContain(`copy ${copy},`);

    process.kill(Number(one.processOf('directory-2')?.pid), 'SIGKILL');
    await one.says('directory-2 is ready again');
    expect(one.log('directory-2').split(said)).toHaveLength(3);
  });

  it.each(['0', 'two', 'gateway:2', 'intake:', '2,'])('refuses "%s" copies', async (copies) => {
    const one = launch({ REDRESS_COPIES: copies });
    expect(await one.end()).toBe(1);
    expect(one.said).toContain(`REDRESS_COPIES is "${copies}"`);
    expect(existsSync(data)).toBe(false);
  });

  it('takes its processes with it when it is killed, and the next start works', async () => {
    const first = launch();
    await first.running();
    const processes = first.processes();
    await first.end('SIGKILL');
    await until('all processes are gone', () => allGone(processes));
    const second = launch();
    await second.running();
    expect(second.said).not.toContain('left behind');
  });

  it('ends what an earlier start has left behind, and no stranger with the same process id', async () => {
    const first = launch();
    await first.running();
    const [left] = first.processes().filter(({ name }) => name === 'directory');
    if (!left) throw new Error('directory is not running');
    frozen = left.pid;
    process.kill(frozen, 'SIGSTOP');
    await first.end('SIGKILL');
    const stranger = { name: 'stranger', pid: process.pid, began: 'at another time' };
    writeFileSync(join(data, 'run', 'processes.json'), JSON.stringify([left, stranger]));

    const second = launch();
    await second.says('ended what it had left behind: directory\n');
    expect(isThere(left.pid)).toBe(false);
    await second.running();
  });
});
