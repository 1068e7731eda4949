import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Clock } from '@redress/eventsourcing/clock';
import { counted } from '@redress/eventsourcing/counted.examples';
import { eventsIn } from '@redress/store-sqlite/log-file';
import { SqliteEventStore } from '@redress/store-sqlite/sqlite-event-store';
import { endAll, run } from './store/child.js';

const CLI = fileURLToPath(new URL('../../services/cli/dist/main.js', import.meta.url));

let folder = '';
let data = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-backup-'));
  data = join(folder, 'data');
  mkdirSync(data);
});

afterEach(() => {
  endAll();
  rmSync(folder, { recursive: true, force: true });
});

const begin = (...args: readonly string[]) => {
  const env = { ...process.env, REDRESS_DATA: data, REDRESS_EVENTS: '' };
  const child = spawn(process.execPath, [CLI, 'ops', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => (said.out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said.err += text.toString()));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }));
  return { child, ended };
};
const ops = (...args: readonly string[]) => begin(...args).ended;

const appended = async (count: number): Promise<void> => {
  const store = new SqliteEventStore(join(data, 'intake.sqlite'), new Clock());
  for (let n = 0; n < count; n += 10)
    await store.append(
      `opinion-${String(n)}`,
      Array.from({ length: 10 }, (_, more) => counted(n + more)),
      -1,
    );
  store.close();
};

const stored = (bytes: Buffer): void => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const place = join(data, 'evidence', sha256.slice(0, 2), sha256.slice(2, 4));
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, `${sha256}.pdf`), bytes);
};

it('holds no effect without its cause, while two processes write as fast as they can', async () => {
  const cause = run('../backup/cause-and-effect.mjs', ['cause', data]);
  const effect = run('../backup/cause-and-effect.mjs', ['effect', data]);
  for (let round = 0; round < 4; round += 1) {
    await effect.printed(effect.lines.length + 100);
    const backup = join(folder, String(round));
    expect(await ops('backup', backup)).toMatchObject({ code: 0 });
    const causes = new Set<string>([...eventsIn(join(backup, 'data', 'intake.sqlite'))].map(({ id }) => id));
    const effects = [...eventsIn(join(backup, 'data', 'rectification.sqlite'))];
    expect(effects.length).toBeGreaterThanOrEqual(100);
    expect(effects.filter(({ causationId }) => !causes.has(causationId))).toEqual([]);
  }
  expect(cause.errors).toEqual([]);
  expect(effect.errors).toEqual([]);
});

it('killed in the middle it leaves what no restore takes, and says so', async () => {
  await appended(10);
  for (let n = 0; n < 3_000; n += 1) stored(Buffer.from(`picture ${String(n)}`));
  const backup = join(folder, 'backup');
  const running = begin('backup', backup);
  while (!existsSync(join(backup, 'data', 'evidence'))) await pause(5);
  running.child.kill('SIGKILL');
  await running.ended;
  expect(existsSync(join(backup, 'manifest.json'))).toBe(false);

  const into = join(folder, 'restored');
  const { code, err } = await ops('restore', backup, '--into', into);
  expect({ code, err }).toEqual({
    code: 2,
    err: expect.stringMatching(/was not finished.*cannot be restored/s),
  });
  expect(existsSync(into) ? readdirSync(into) : []).toEqual([]);
  const again = await ops('backup', backup);
  expect(again).toMatchObject({ code: 2, err: expect.stringContaining('is not empty') });
});

/** A disk of two megabytes, where the account may have one. */
const small = (): string | undefined => {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]);
  return status === 0 ? disk : undefined;
};

const probe = mkdtempSync(join(tmpdir(), 'redress-mount-'));
const mayMount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', probe]).status === 0;
if (mayMount) spawnSync('umount', [probe]);
rmSync(probe, { recursive: true, force: true });

if (!mayMount)
  it.skip('a disk that is full: not run, this account may not mount a small one', () => undefined);
else
  it.each(['the database', 'evidence'])(
    'a disk that is full in the middle of %s leaves what no restore takes',
    async (what) => {
      await appended(what === 'evidence' ? 10 : 5_000);
      if (what === 'evidence') for (let n = 0; n < 40; n += 1) stored(Buffer.alloc(100_000, String(n)));
      const disk = small() ?? '';
      try {
        const { code, err } = await ops('backup', join(disk, 'backup'));
        expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/disk is full|no space left/) });
        const restored = await ops('restore', join(disk, 'backup'), '--into', join(folder, 'restored'));
        expect(restored).toMatchObject({ code: 2, err: expect.stringContaining('was not finished') });
      } finally {
        spawnSync('umount', [disk]);
      }
    },
  );
