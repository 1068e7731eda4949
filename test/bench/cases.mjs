import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.mjs';
import { summary } from './rounds.mjs';

const CASES = 2_000;
const LOOK_EVERY_MS = 1_000;
const MEGABYTE = 1_048_576;

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const START = here('../../deploy/launcher/start.mjs');
const CLI = here('../../services/cli/dist/main.js');
const SAMPLE = here('../data/sample-opinions.csv');
/** Real opinions where they are at hand; else the sample again and again, each time as other opinions. */
const REAL = here('../../../shared/data/opinions-with-replies.csv');

const opinionsIn = async (folder, cases) => {
  if (existsSync(REAL)) return REAL;
  const [header, ...rows] = (await readFile(SAMPLE, 'utf8')).split(/\n(?=p\d\d,|id,)/);
  const copies = Array.from({ length: Math.ceil(cases / rows.length) }, (_, n) =>
    rows.map((row) => `c${n}${row.trimEnd()}`),
  );
  const file = join(folder, 'opinions.csv');
  await writeFile(file, [header, ...copies.flat().slice(0, cases)].join('\n'));
  return file;
};

const says = async (child, words) => {
  let said = '';
  for await (const text of child.stdout.iterator({ destroyOnReturn: false })) {
    said += text;
    if (said.includes(words)) return;
  }
  throw new Error(`it did not say "${words}" but ended:\n${said}`);
};

/** The most that each service takes until `busy` has ended, in megabytes. */
const mostMemory = async ({ REDRESS_DATA, REDRESS_PORT }, busy) => {
  const token = await readFile(join(REDRESS_DATA, 'operator.token'), 'utf8');
  const most = {};
  const look = async () => {
    const status = await fetch(`http://127.0.0.1:${REDRESS_PORT}/api/status`, {
      headers: { authorization: `Bearer ${token.trim()}` },
    });
    const { services } = await status.json();
    for (const { service, rssBytes } of services)
      most[service] = Math.max(most[service] ?? 0, rssBytes / MEGABYTE);
  };
  const looking = setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS);
  try {
    await busy;
    await look();
    return most;
  } finally {
    clearInterval(looking);
  }
};

const stopped = async (system) => {
  system.kill('SIGTERM');
  if (system.exitCode === null && system.signalCode === null) await once(system, 'close');
};

/** What each service has on the disk, and what the broker has. */
const bytesIn = async (data) => {
  const bytes = { nats: 0 };
  for (const entry of await readdir(data, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const { size } = await stat(path);
    const service = /^([a-z]+)\.sqlite$/.exec(entry.name)?.[1];
    if (service) bytes[service] = size;
    if (path.startsWith(join(data, 'nats'))) bytes.nats += size;
  }
  return bytes;
};

/** The whole system as `npm start` runs it, and the client as its user does. */
export const run = async (cases) => {
  const folder = await mkdtemp(join(tmpdir(), 'redress-cases-'));
  const env = {
    ...process.env,
    NATS_URL: '',
    REDRESS_DATA: join(folder, 'data'),
    REDRESS_PORT: String(await freePort()),
    // What falls due on cases of the past is no part of the main job.
    REDRESS_TIMER_SECONDS: '0',
  };
  const system = spawn(process.execPath, [START], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const redress = async (...args) => {
    const child = spawn(process.execPath, [CLI, ...args], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    let out = '';
    child.stdout.on('data', (text) => (out += text));
    await once(child, 'close');
    return out;
  };
  try {
    await says(system, 'Redress is running');
    system.stdout.resume();
    const running = redress('run-cases', await opinionsIn(folder, cases), '--rows', String(cases));
    const memories = await mostMemory(env, running);
    const outcome = JSON.parse((await running).trim().split('\n').at(-1));
    if (outcome.closed !== cases || outcome.lost !== 0) throw new Error(JSON.stringify(outcome));
    await stopped(system);
    const bytes = await bytesIn(env.REDRESS_DATA);
    return { memory: Math.max(...Object.values(memories)), memories, bytes, ...outcome };
  } finally {
    await stopped(system);
    await rm(folder, { recursive: true });
  }
};

let begun;
const ran = () => (begun ??= run(CASES));

const rate = async () => ({
  what: `run-cases of ${CASES} opinions, checks included (commands/s over HTTP)`,
  ours: summary([(await ran()).commandsPerSecond]),
  atLeast: 300,
});

const memory = async () => ({
  what: 'the largest service meanwhile (RSS, MB)',
  ours: summary([(await ran()).memory]),
  atMost: 250,
});

export const figures = [rate, memory];
