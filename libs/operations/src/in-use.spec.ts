import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { ExampleData } from './data-folder.examples.js';
import { requireStopped } from './in-use.js';

let data: ExampleData;
beforeEach(() => {
  data = new ExampleData();
});
afterEach(() => {
  data.close();
});

const began = readFileSync(`/proc/${String(process.pid)}/stat`, 'utf8')
  .split(') ')
  .at(-1)
  ?.split(' ')[18];
const lockedBy = (lock: object): void => {
  mkdirSync(join(data.folder, 'run'), { recursive: true });
  writeFileSync(join(data.folder, 'run', 'launcher.lock'), JSON.stringify(lock));
};

it('finds a file that somebody has open, and nothing once it is closed', async () => {
  await data.causeAndEffect(1);
  expect(() => {
    requireStopped(data.folder);
  }).toThrow(/\w+\.sqlite in .* is open in another process/);
  data.close();
  requireStopped(data.folder);
});

it('finds a launcher that runs, and not one whose process id another process has now', () => {
  data.close();
  lockedBy({ pid: process.pid, began });
  expect(() => {
    requireStopped(data.folder);
  }).toThrow(`process ${String(process.pid)}`);
  lockedBy({ pid: process.pid, began: 'long ago' });
  requireStopped(data.folder);
  lockedBy({ pid: 4_000_000, began });
  requireStopped(data.folder);
});
