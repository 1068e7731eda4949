import { afterEach, expect, it } from '@jest/globals';
import { keepsCheckpoints } from '@redress/eventsourcing/checkpoints.conformance';
import type { Position } from '@redress/contracts/values';
import { newFolder } from './folders.examples.js';
import { SqliteCheckpoints } from './sqlite-checkpoints.js';

const files = new Map<unknown, string>();
const opened = (file = `${newFolder()}/service.sqlite`): SqliteCheckpoints => {
  const checkpoints = new SqliteCheckpoints(file);
  files.set(checkpoints, file);
  return checkpoints;
};

afterEach(() => {
  for (const checkpoints of files.keys()) (checkpoints as SqliteCheckpoints).close();
  files.clear();
});

keepsCheckpoints('SqliteCheckpoints', {
  open: () => opened(),
  another: (checkpoints) => opened(files.get(checkpoints)),
});

it('remembers what was noted when it is opened again, and takes nothing when it is closed', async () => {
  const first = opened();
  await first.note('relay', '2' as Position);
  first.close();
  const again = opened(files.get(first));
  expect(await again.positionOf('relay')).toBe('2');
  again.close();
  await expect(again.note('relay', '3' as Position)).rejects.toThrow();
});
