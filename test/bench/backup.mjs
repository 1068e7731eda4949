import { spawn } from 'node:child_process';
import { randomUUIDv7 } from 'node:crypto';
import { once } from 'node:events';
import {
  closeSync,
  copyFileSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { EMBEDDED } from '@redress/operations/engine';
import { takeBackup } from '@redress/operations/backup/take-backup';
import { restore } from '@redress/operations/restore/restore';
import { opened } from '@redress/store-sqlite/database';
import { summary } from './rounds.mjs';

const ROUNDS = 3;
const ALONE_MS = 5_000;
/** As the services of a system share them, about. */
const EVENTS = {
  directory: 20_000,
  identity: 10_000,
  inspection: 120_000,
  intake: 300_000,
  rectification: 550_000,
};
const COMMANDS = fileURLToPath(new URL('messages/append-until-killed.mjs', import.meta.url));

const fill = (file, count) => {
  const db = opened(file, 'NORMAL');
  const insert = db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?)');
  db.exec('BEGIN IMMEDIATE');
  for (let n = 0; n < count; n += 1) {
    const [stream, revision, id] = [`task-${n % (count / 10)}`, Math.floor(n / (count / 10)), randomUUIDv7()];
    const event = {
      id,
      type: 'ProgressReported',
      version: 1,
      data: { taskId: stream, text: '已现场查看，蒸饭车已修好，明日起供应热饭。' },
      actor: { role: 'unit', person: randomUUIDv7(), unit: '0190a5c4-0000-7000-8000-00000000000c' },
      correlationId: randomUUIDv7(),
      causationId: randomUUIDv7(),
      happenedAt: '2026-03-20T08:00:00.000Z',
      stream,
      revision,
      position: String(n + 1).padStart(16, '0'),
      recordedAt: '2026-03-20T08:00:00.000Z',
    };
    insert.run(n + 1, stream, revision, id, JSON.stringify(event));
  }
  db.exec('COMMIT');
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  db.close();
};

const secondsOf = async (act) => {
  const began = performance.now();
  await act();
  return (performance.now() - began) / 1_000;
};

/** Every file copied and on the disk, and nothing looked at. */
const copied = (data, to) => {
  mkdirSync(to);
  let bytes = 0;
  for (const name of Object.keys(EVENTS)) {
    copyFileSync(join(data, `${name}.sqlite`), join(to, name));
    const file = openSync(join(to, name), 'r');
    fsyncSync(file);
    closeSync(file);
    bytes += statSync(join(to, name)).size;
  }
  return bytes;
};

/** Something else appends to two of the files as fast as it can, as their services would: before, and while it is done. */
const whileCommandsGoOn = async (data, act) => {
  const child = spawn(process.execPath, ['--no-warnings', COMMANDS, data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let appended = 0;
  child.stdout.on('data', (text) => (appended += text.toString().split('\n').length - 1));
  const perSecond = async (doing) => {
    const before = appended;
    const seconds = await secondsOf(doing);
    return { seconds, rate: (appended - before) / seconds };
  };
  try {
    while (appended === 0) await pause(10);
    const alone = await perSecond(() => pause(ALONE_MS));
    const cpu = process.cpuUsage();
    const both = await perSecond(act);
    const { user, system } = process.cpuUsage(cpu);
    return {
      seconds: both.seconds,
      cpuSeconds: (user + system) / 1e6,
      appends: both.rate,
      alone: alone.rate,
    };
  } finally {
    child.kill('SIGKILL');
    await once(child, 'close');
  }
};

let measured;
const measure = async () => {
  const home = mkdtempSync(join(tmpdir(), 'redress-bench-backup-'));
  const data = join(home, 'data');
  try {
    mkdirSync(data);
    for (const [service, count] of Object.entries(EVENTS)) fill(join(data, `${service}.sqlite`), count);
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const [folder, plain, into] = ['backup', 'plain', 'restored'].map((name) =>
        join(home, `${name}-${round}`),
      );
      let bytes = 0;
      const plainSeconds = await secondsOf(() => (bytes = copied(data, plain)));
      let manifest;
      const backup = await whileCommandsGoOn(data, async () => {
        manifest = await takeBackup({ data: [data], folder, engine: EMBEDDED });
      });
      const events = manifest.services.reduce((sum, one) => sum + one.events, 0);
      if (events < 1_000_000) throw new Error(`only ${events} events are in the backup`);
      const restored = await secondsOf(() => restore({ folder, data: into }));
      rounds.push({ ...backup, bytes, plainSeconds, restored });
      for (const each of [folder, plain, into]) rmSync(each, { recursive: true });
    }
    return rounds;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
};
const rounds = () => (measured ??= measure());

const seconds = async () => ({
  what: 'backup of 1,000,000 events while commands go on, every event hashed (s)',
  ours: summary((await rounds()).map((round) => round.seconds)),
  atMost: 60,
});

const besideCopying = async () => {
  const all = await rounds();
  return {
    what: 'the same in MB/s, beside a plain copy of the same files to the same disk',
    ours: summary(all.map((round) => round.bytes / 1e6 / round.seconds)),
    baseline: summary(all.map((round) => round.bytes / 1e6 / round.plainSeconds)),
    ratio: summary(all.map((round) => round.plainSeconds / round.seconds)).median,
    atLeast: 0,
  };
};

const cpu = async () => ({
  what: 'the same in seconds of one processor, which other work on the machine does not change',
  ours: summary((await rounds()).map((round) => round.cpuSeconds)),
  atMost: 30,
});

const meanwhile = async () => {
  const all = await rounds();
  return {
    what: 'appends meanwhile, four writers in two files, beside the seconds before (appends/s)',
    ours: summary(all.map(({ appends }) => appends)),
    baseline: summary(all.map(({ alone }) => alone)),
    ratio: summary(all.map(({ appends, alone }) => appends / alone)).median,
    // They wait for the same disk that the copy is written to.
    atLeast: 0,
  };
};

const back = async () => ({
  what: 'restore of it, every file compared with its hash (s)',
  ours: summary((await rounds()).map((round) => round.restored)),
  atMost: 60,
});

export const figures = [seconds, cpu, besideCopying, meanwhile, back];
