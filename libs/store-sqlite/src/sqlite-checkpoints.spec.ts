import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { type Position, START } from '@redress/contracts/values';
import { SqliteCheckpoints } from './sqlite-checkpoints.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-checkpoints-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('remembers the last position of each name when it is opened again', async () => {
  const file = join(folder, 'service.sqlite');
  const first = new SqliteCheckpoints(file);
  expect(await first.positionOf('relay')).toBe(START);
  await first.note('relay', '1' as Position);
  await first.note('relay', '2' as Position);
  await first.note('other', '7' as Position);
  first.close();
  const again = new SqliteCheckpoints(file);
  expect(await again.positionOf('relay')).toBe('2');
  expect(await again.positionOf('other')).toBe('7');
  again.close();
  await expect(again.note('relay', '3' as Position)).rejects.toThrow();
});
