import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SqliteReadModels } from '@redress/store-sqlite/sqlite-read-models';
import { peopleList } from '../../services/directory/dist/post-list/people.js';
import { unitList } from '../../services/directory/dist/unit-list/unit-list.js';
import { ledger } from '../../services/rectification/dist/ledger/ledger.js';
import { freePort } from './free-port.mjs';
import { officeToken, people, units } from './lists/directory.mjs';
import { tasks } from './lists/tasks.mjs';
import { DIRECTORY, GATEWAY, RECTIFICATION, withServices } from './messages/running.mjs';
import { summary } from './rounds.mjs';

const LINES = 10_000;
const ROUNDS = 3;
const LOOK_EVERY_MS = 20;
const MEGABYTE = 1_048_576;

/** Puts rows where a service will find them, as if they had come from its log. */
const put = async (data, service, ...lists) => {
  const models = new SqliteReadModels(join(data, `${service}.sqlite`));
  for (const [list, rows] of lists) {
    const changes = rows.map((row) => ({ put: row }));
    if (!(await models.apply(list, changes, '', '0000000000000001')))
      throw new Error(`${list.name} is not empty`);
  }
  models.close();
};

const prepared = async (data) => {
  await put(data, 'rectification', [ledger, tasks(LINES)]);
  await put(data, 'directory', [unitList, units()], [peopleList, people()]);
};

/** In megabytes, as Linux counts it. */
const memoryOf = async ({ pid }) => {
  const [, pages] = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ');
  return (Number(pages) * 4_096) / MEGABYTE;
};

/** The most that a process takes until `busy` has ended. */
const mostMemory = async (process, busy) => {
  let most = await memoryOf(process);
  const look = async () => {
    most = Math.max(most, await memoryOf(process));
  };
  const looking = setInterval(() => void look(), LOOK_EVERY_MS);
  try {
    await busy;
    await look();
    return most;
  } finally {
    clearInterval(looking);
  }
};

const fetched = async (url, token) => {
  const began = performance.now();
  const response = await fetch(`${url}/api/ledger.xlsx?lang=zh`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const bytes = await response.arrayBuffer();
  if (!response.ok || bytes.byteLength < LINES * 100)
    throw new Error(`${response.status}, ${bytes.byteLength} bytes`);
  return (performance.now() - began) / 1_000;
};

const run = async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  return withServices(
    [DIRECTORY, RECTIFICATION, GATEWAY],
    async (_, { data, processes }) => {
      const token = await officeToken(url, (await readFile(join(data, 'operator.token'), 'utf8')).trim());
      const gateway = processes.at(-1);
      const before = await memoryOf(gateway);
      const seconds = [];
      const most = await mostMemory(
        gateway,
        (async () => {
          for (let round = 0; round < ROUNDS; round += 1) seconds.push(await fetched(url, token));
        })(),
      );
      return { seconds: summary(seconds), growth: summary([most - before]) };
    },
    { prepared, env: { REDRESS_PORT: String(port) } },
  );
};

let begun;
const ran = () => (begun ??= run());

const time = async () => ({
  what: `the ledger as a workbook of ${LINES} lines over HTTP (s)`,
  ours: (await ran()).seconds,
  atMost: 10,
});

const memory = async () => ({
  what: `what the gateway grows by meanwhile, over ${ROUNDS} of them (RSS, MB)`,
  ours: (await ran()).growth,
  atMost: 150,
});

export const figures = [time, memory];
