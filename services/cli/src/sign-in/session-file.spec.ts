import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { settingsFrom } from './settings.js';
import { forget, keep, keptFor } from './session-file.js';

const URL = 'http://127.0.0.1:3000';
const session = { token: 'rds_a', csrfToken: 'b' };
const before = process.env['XDG_STATE_HOME'];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-session-'));
  process.env['XDG_STATE_HOME'] = folder;
});
afterEach(() => {
  if (before === undefined) delete process.env['XDG_STATE_HOME'];
  else process.env['XDG_STATE_HOME'] = before;
  rmSync(folder, { recursive: true });
});

const file = (): string => join(folder, 'redress', readdirSync(join(folder, 'redress'))[0] ?? '');

it('is kept for one server, where nobody else reads it, also in the place of one that others could', () => {
  keep(URL, { session, device: 'rdd_c' });
  expect(keptFor(URL)).toEqual({ session, device: 'rdd_c' });
  expect(keptFor('http://127.0.0.1:3001')).toEqual({});
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  chmodSync(file(), 0o644);
  expect(() => keptFor(URL)).toThrow(/may be read by others/);
  keep(URL, { session });
  expect([statSync(file()).mode & 0o777, keptFor(URL)]).toEqual([0o600, { session }]);
  expect(readdirSync(join(folder, 'redress'))).toHaveLength(1);
});

it('is gone when it is to be forgotten, and no trouble when it is none', () => {
  forget(URL);
  keep(URL, { session });
  expect(readFileSync(file(), 'utf8')).toContain('rds_a.b');
  forget(URL);
  expect(keptFor(URL)).toEqual({});
});

it('says who acts where there is no token', () => {
  keep(URL, { session });
  const env = { REDRESS_DATA: '/no/such' };
  expect(settingsFrom({}, env).token).toBe('rds_a.b');
  expect(settingsFrom({}, { ...env, REDRESS_TOKEN: 'rdr_x' }).token).toBe('rdr_x');
  expect(settingsFrom({ token: 'rdr_y' }, env).token).toBe('rdr_y');
  expect(() => settingsFrom({ url: 'http://127.0.0.1:3001' }, env)).toThrow(/no token/);
});
