import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { receiptSecret } from './receipt-secret.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'intake-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const made = (env?: string): string => receiptSecret({ env, folder: join(folder, 'data') });

it('is made once, for the service alone, and nothing is left beside it', () => {
  const secret = made();
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(made()).toBe(secret);
  expect(readdirSync(join(folder, 'data'))).toEqual(['receipt.secret']);
  const path = join(folder, 'data', 'receipt.secret');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(path, 'utf8').trim()).toBe(secret);
});

it('is the same for all copies of the service that start at once', async () => {
  const module = JSON.stringify(new URL('./receipt-secret.ts', import.meta.url).href);
  const start = `console.log((await import(${module})).receiptSecret({ env: undefined, folder: ${JSON.stringify(folder)} }))`;
  const copies = Array.from({ length: 6 }, () =>
    promisify(execFile)(process.execPath, ['--no-warnings', '--input-type=module', '-e', start]),
  );
  const secrets = (await Promise.all(copies)).map(({ stdout }) => stdout.trim());
  expect(new Set(secrets)).toEqual(new Set([receiptSecret({ env: undefined, folder })]));
  expect(readdirSync(folder)).toEqual(['receipt.secret']);
});

it('is another in another folder', () => {
  expect(made()).not.toBe(receiptSecret({ env: undefined, folder }));
});

it('is taken from the environment when it is there, and no file is made', () => {
  const env = 'x'.repeat(32);
  expect(made(env)).toBe(env);
  expect(readdirSync(folder)).toEqual([]);
});

it('is refused when it is too short', () => {
  expect(() => made('x'.repeat(31))).toThrow('REDRESS_RECEIPT_SECRET must hold at least 32 characters');
  made();
  writeFileSync(join(folder, 'data', 'receipt.secret'), '');
  expect(() => made()).toThrow('receipt.secret must hold at least 32 characters');
});

it('is not made where a folder cannot be', () => {
  writeFileSync(join(folder, 'data'), 'a file');
  expect(() => made()).toThrow();
});
