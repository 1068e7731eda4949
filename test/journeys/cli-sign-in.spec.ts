import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import type { Instant } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { DirectoryModule } from '../../services/directory/src/directory.module.js';
import { IdentityModule } from '../../services/identity/src/identity.module.js';
import { AccountHolders } from './account-holders.js';
import { codeAt } from './authenticator-app.js';
import { atTerminal, hasTerminals, redress } from './cli/terminal.js';
import { startSystem, type System } from './system.js';

// One story: Ann works from a terminal, first by a password, then with an authenticator as well.

const PASSWORD = 'Ann counts 47 grey herons';
/** The hour does not go by: a command may take as long as the machine wants to. */
const NOW = '2026-03-20T08:00:00.000Z' as Instant;
const PATIENCE_MS = 300_000;

let system: System;
let folder: string;
let env: Readonly<Record<string, string>>;
let secret = '';
let codes: readonly string[] = [];

jest.setTimeout(PATIENCE_MS);

beforeAll(async () => {
  jest.spyOn(Clock.prototype, 'now').mockReturnValue(NOW);
  folder = mkdtempSync(join(tmpdir(), 'redress-terminal-'));
  system = await startSystem({ directory: DirectoryModule, identity: IdentityModule });
  const people = new AccountHolders(system);
  await people.person('R1', PASSWORD);
  await people.does('PUT', '/units/U01', { name: 'The university', from: '2020-01-01' });
  for (const [code, role] of [
    ['P01', 'office'],
    ['P02', 'unit'],
  ] as const) {
    await people.does('PUT', `/posts/${code}`, { unit: 'U01', title: code, role, from: '2020-01-01' });
    await people.does('PUT', `/posts/${code}/holders/R1`, { from: '2020-01-01' });
  }
});
afterAll(() => system.stop());

beforeEach(() => {
  const port = new URL(system.url).port;
  env = { REDRESS_PORT: port, REDRESS_DATA: '/no/such', XDG_STATE_HOME: folder, HOME: folder, NO_COLOR: '1' };
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const run = (...args: readonly string[]) => redress(env, ...args);
const role = async () => (await run('api', 'GET', '/me', '--pick', 'actor.role')).out.trim();

it('signs in with a password from a file, and later commands act in that session', async () => {
  expect(await run('api', 'GET', '/me')).toMatchObject({ code: 2, out: expect.stringContaining('no token') });
  const file = join(folder, 'password');
  writeFileSync(file, `${PASSWORD}\n`, { mode: 0o600 });
  const { code, out } = await run('sign-in', 'R1', '--password-file', file);
  expect([code, out]).toEqual([0, expect.stringMatching(/^Signed in as submitter until \d{4}-/)]);
  const [kept = ''] = readdirSync(join(folder, 'redress'));
  expect(statSync(join(folder, 'redress', kept)).mode & 0o777).toBe(0o600);
  expect(await role()).toBe('submitter');
  // Another token each time, under which the session goes on.
  expect((await run('api', 'PUT', '/session/post', '{"post":"P01"}')).code).toBe(0);
  expect(await role()).toBe('office');
  expect((await run('api', 'PUT', '/units/U02', '{"name":"Library","from":"2020-01-01"}')).code).toBe(0);
});

it('is told no, once, with a wrong password, and keeps the session that is there', async () => {
  env = { ...env, REDRESS_PASSWORD: 'not hers at all' };
  expect(await run('sign-in', 'R1')).toMatchObject({
    code: 2,
    out: expect.stringContaining('do not belong together'),
  });
  expect(await role()).toBe('office');
});

it('enrols an authenticator, and signs in with its code from then on', async () => {
  const begun = await run('api', 'POST', '/account/totp', '{"name":"x"}', '--pick', 'factorId', 'secret');
  const [factorId = '', drawn = ''] = begun.out.trim().split(' ');
  secret = drawn;
  const body = JSON.stringify({ code: codeAt(secret, Date.parse(NOW)) });
  expect((await run('api', 'POST', `/account/totp/${factorId}/confirmation`, body)).code).toBe(0);
  ({ codes } = JSON.parse((await run('api', 'POST', '/account/recovery-codes', '{}')).out) as {
    codes: string[];
  });
  expect(codes).toHaveLength(10);

  env = { ...env, REDRESS_PASSWORD: PASSWORD };
  expect(await run('sign-in', 'R1')).toMatchObject({ code: 2, out: expect.stringContaining('--code') });
  const wrong = await run('sign-in', 'R1', '--code', '000 000');
  expect(wrong).toMatchObject({ code: 2, out: expect.stringContaining('This code is wrong') });
  expect((await run('sign-in', 'R1', '--code', codes[0] ?? '')).code).toBe(0);
  expect(await role()).toBe('submitter');
});

it('ends the session at the server and here, also when it is over there already', async () => {
  const { body } = await new AccountHolders(system).byOperator('DELETE', '/accounts/R1/sessions', {
    reason: 'x',
  });
  expect(body).toHaveProperty('revision');
  expect(await run('status')).toMatchObject({ code: 2, out: expect.stringContaining('redress sign-in') });
  expect(await run('sign-out')).toEqual({ code: 0, out: 'Signed out.\n' });
  expect(await run('api', 'GET', '/me')).toMatchObject({ code: 2, out: expect.stringContaining('no token') });
});

const shown = hasTerminals ? it : it.skip;
if (!hasTerminals)
  process.stderr.write('skipped: /usr/bin/script, which makes terminals, is not on this machine\n');

shown('asks at a terminal, and shows nothing of the password', async () => {
  const code = codes[1] ?? '';
  const answers = [
    ['Roster number: ', 'R1'],
    ['Password: ', PASSWORD],
    ['Code: ', code],
  ] as const;
  const { code: exit, out } = await atTerminal(env, answers, 'sign-in');
  expect([exit, out]).toEqual([0, expect.stringContaining('Signed in as submitter')]);
  expect(out).not.toContain(PASSWORD.slice(4));
  expect((await run('sign-out')).code).toBe(0);
});
