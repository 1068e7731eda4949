import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { receiptSecret } from './receipt-secret.js';

const before = process.env['REDRESS_DATA'];
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'intake-'));
  process.env['REDRESS_DATA'] = folder;
});
afterEach(() => {
  if (before === undefined) delete process.env['REDRESS_DATA'];
  else process.env['REDRESS_DATA'] = before;
  rmSync(folder, { recursive: true });
});

it('is made once, for the service alone', async () => {
  const secret = await receiptSecret(undefined);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(await receiptSecret(undefined)).toBe(secret);
  expect(statSync(join(folder, 'intake.secret')).mode & 0o777).toBe(0o600);
});

it('is the one that is given, and no file is made', async () => {
  const given = 'x'.repeat(32);
  expect(await receiptSecret(given)).toBe(given);
  expect(readdirSync(folder)).toEqual([]);
});

it('is refused when it is too short', async () => {
  await expect(receiptSecret('x'.repeat(31))).rejects.toThrow(
    'REDRESS_RECEIPT_SECRET must hold at least 32 characters',
  );
  writeFileSync(join(folder, 'intake.secret'), '');
  await expect(receiptSecret(undefined)).rejects.toThrow('intake.secret must hold at least 32 characters');
});
