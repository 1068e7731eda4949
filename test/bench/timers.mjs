import { randomUUIDv7 } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clock } from '@redress/eventsourcing/clock';
import { rebuild } from '@redress/read-models/project';
import { SqliteEventStore } from '@redress/store-sqlite/sqlite-event-store';
import { SqliteReadModels } from '@redress/store-sqlite/sqlite-read-models';
import { Policies } from '../../services/rectification/dist/policy/policies.js';
import { DueTimer } from '../../services/rectification/dist/timers/due.timer.js';
import { watch } from '../../services/rectification/dist/timers/watch.js';
import { summary } from './rounds.mjs';

const ROUNDS = 9;
const OPEN = 100_000;
const DUE = 5_000;
const WRITERS = 128;
const DAY_MS = 86_400_000;

class OneDay extends Clock {
  now() {
    return '2026-06-17T04:00:00.000Z';
  }
}
const clock = new OneDay('Asia/Shanghai');
const never = new AbortController().signal;
const day = (after) => new Date(Date.parse(clock.now()) + after * DAY_MS).toISOString().slice(0, 10);

const about = {
  issues: [randomUUIDv7()],
  title: '修缮三号楼水房',
  leadUnit: randomUUIDv7(),
  supportingUnits: [],
  criterion: '一周内不再漏水',
};
const term = (from, workingDays) => ({ from, workingDays, to: from, calendar: 'week', policy: 'default 1' });
const newEvent = (type, data, version = 1) => ({
  id: randomUUIDv7(),
  type,
  version,
  data,
  actor: { role: 'system' },
  correlationId: randomUUIDv7(),
  causationId: randomUUIDv7(),
  happenedAt: clock.now(),
});
const assigned = (taskId, deadline, taskType = 'time-bound') =>
  newEvent('TaskAssigned', { taskId, ...about, taskType, deadline, returnBy: term(day(-60), 5) }, 2);
const drawn = (taskId, colour, deadline) =>
  newEvent('CardDrawn', {
    taskId,
    cardId: randomUUIDv7(),
    ...{ leadUnit: about.leadUnit, title: about.title, colour, rule: 'overdue', deadline, dueOn: deadline },
    ...{ drawnOf: [0], policy: 'default 1', calendar: 'week', appealBy: term(deadline, 5) },
  });
const closeOut = (taskId) =>
  newEvent('CloseOutRequested', {
    taskId,
    entryId: randomUUIDv7(),
    summary: '',
    evidence: [],
    unfinished: [],
  });

/** Most have time; of those that have none, each waits for others, has its card, or is of a type without cards. */
const openTask = (n) => {
  const taskId = randomUUIDv7();
  if (n % 20 === 0) return [assigned(taskId, day(-30)), drawn(taskId, 'red', day(-30))];
  if (n % 20 === 1) return [assigned(taskId, day(-5)), closeOut(taskId)];
  if (n % 20 === 2) return [assigned(taskId, day(-90), 'ongoing')];
  if (n % 20 === 3) return [assigned(taskId, day(0)), drawn(taskId, 'blue', day(0))];
  return [assigned(taskId, day(30 + (n % 300)))];
};

const append = async (store, tasks) => {
  const write = async (_, writer) => {
    for (let n = writer; n < tasks.length; n += WRITERS)
      await store.append(`task-${tasks[n][0].data.taskId}`, tasks[n], -1);
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
};

const inFolder = async (measure) => {
  const folder = mkdtempSync(join(tmpdir(), 'redress-bench-'));
  const store = new SqliteEventStore(join(folder, 'rectification.sqlite'), clock);
  const models = new SqliteReadModels(join(folder, 'rectification.sqlite'));
  try {
    await append(
      store,
      Array.from({ length: OPEN }, (_, n) => openTask(n)),
    );
    return await measure(store, models, new DueTimer(store, models, clock, new Policies(store)));
  } finally {
    models.close();
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const looked = async (timer, expected) => {
  const began = performance.now();
  const { done, failed } = await timer.tick(never);
  if (done !== expected || failed !== 0) throw new Error(`${done} were drawn, ${failed} failed`);
  return performance.now() - began;
};

const nothingDue = () =>
  inFolder(async (store, models, timer) => {
    await rebuild(store, models, watch, never);
    await looked(timer, 0);
    const measured = [];
    for (let round = 0; round < ROUNDS; round += 1) measured.push(await looked(timer, 0));
    return {
      what: `timer: a look at ${OPEN.toLocaleString('en-US')} open tasks of which nothing is due (ms)`,
      ours: summary(measured),
      atMost: 1_000,
    };
  });

/** Two cards each: that the deadline was near, and that it has passed. */
const allDue = () =>
  inFolder(async (store, models, timer) => {
    const measured = [];
    for (let round = 0; round < 3; round += 1) {
      await append(
        store,
        Array.from({ length: DUE }, () => [assigned(randomUUIDv7(), day(-1))]),
      );
      await rebuild(store, models, watch, never);
      measured.push((DUE / (await looked(timer, 2 * DUE))) * 1_000);
    }
    return {
      what: `timer: ${DUE.toLocaleString('en-US')} tasks due of ${OPEN.toLocaleString('en-US')}, two cards each (tasks/s)`,
      ours: summary(measured),
      atLeast: 500,
    };
  });

export const figures = [nothingDue, allDue];
