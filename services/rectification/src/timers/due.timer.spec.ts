import { expect, it, jest } from '@jest/globals';
import { lookBackOn } from '@redress/contracts/rectification/aftermath.examples';
import { envelope, leadUnit } from '@redress/contracts/rectification/people.examples';
import type { EscalationEvent } from '@redress/contracts/rectification/escalation.events';
import {
  appealUpheld,
  blueDrawn,
  blueId,
  yellowAnswered,
} from '@redress/contracts/rectification/escalation.examples';
import { granted, refused, timeAsked } from '@redress/contracts/rectification/more-time.examples';
import { assigned, taskId } from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { TaskId } from '@redress/contracts/values';
import { having } from '@redress/eventsourcing/spec';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import { policiesOf } from '../policy/policies.examples.js';
import { standards } from '../policy/standards.examples.js';
import { toClosing } from '../task/histories.examples.js';
import { Ticks } from './ticks.examples.js';

const taskOf = (n: number): TaskId => `0190a5c4-1111-7aaa-8aaa-1${String(n).padStart(11, '0')}` as TaskId;
const assignedTo = (id: TaskId): TaskEvent => having(assigned, { taskId: id });
const afterDeadline = '2026-04-01T08:00:00.000Z';

it('draws what is due, as the system, in the case of the task; and the next time nothing', async () => {
  const ticks = new Ticks(afterDeadline);
  await ticks.happened(taskId, assigned);
  expect(await ticks.tick()).toEqual({ done: 2, failed: 0 });
  expect(await ticks.cards(taskId)).toEqual(['blue 2026-03-26', 'yellow 2026-04-01']);
  const drawn = (await ticks.read(taskId)).slice(1);
  for (const { actor, correlationId, happenedAt } of drawn) {
    expect(actor).toEqual({ role: 'system' });
    expect(correlationId).toBe(envelope.correlationId);
    expect(happenedAt).toBe(afterDeadline);
  }
  expect(await ticks.tick()).toEqual({ done: 0, failed: 0 });
});

it('draws once, whoever else looks in the same moment, and before the watch shows it', async () => {
  const ticks = new Ticks(afterDeadline);
  const ids = Array.from({ length: 40 }, (_, n) => taskOf(n));
  for (const id of ids) await ticks.happened(id, assignedTo(id));
  await ticks.watched();
  const { signal } = new AbortController();
  const [one, other] = [ticks.timer(), ticks.timer()];
  const sums = await Promise.all([one.tick(signal), other.tick(signal)]);
  expect(sums.reduce((sum, { done }) => sum + done, 0)).toBe(80);
  expect(await one.tick(signal)).toEqual({ done: 0, failed: 0 });
  for (const id of ids) expect(await ticks.cards(id)).toEqual(['blue 2026-03-26', 'yellow 2026-04-01']);
});

it('finds all of many in pages', async () => {
  const ticks = new Ticks('2026-03-26T08:00:00.000Z');
  const ids = Array.from({ length: 1_203 }, (_, n) => taskOf(n));
  for (const id of ids) await ticks.happened(id, assignedTo(id));
  expect(await ticks.tick()).toEqual({ done: 1_203, failed: 0 });
});

it('jumps of the clock forward draw what is due then; backward they draw nothing twice and take nothing back', async () => {
  const ticks = new Ticks('2026-03-30T08:00:00.000Z');
  await ticks.happened(taskId, assigned);
  await ticks.tick();
  ticks.clock.to('2026-04-02T08:00:00.000Z');
  await ticks.tick();
  const log = await ticks.read(taskId);
  expect(await ticks.cards(taskId)).toEqual(['blue 2026-03-26', 'yellow 2026-04-01']);
  for (const moment of ['2026-03-30T08:00:00.000Z', '2026-03-27T08:00:00.000Z', '2026-04-02T09:00:00.000Z']) {
    ticks.clock.to(moment);
    expect(await ticks.tick()).toEqual({ done: 0, failed: 0 });
  }
  expect(await ticks.read(taskId)).toEqual(log);
});

it('a service that was down for a month draws what one that was up has drawn', async () => {
  const days = Array.from({ length: 31 }, (_, day) => `2026-04-${String(day + 1).padStart(2, '0')}`).slice(
    0,
    30,
  );
  const [up, down] = [new Ticks('2026-03-20T08:00:00.000Z'), new Ticks('2026-04-30T08:00:00.000Z')];
  await down.happened(taskId, assigned);
  await down.tick();
  await up.happened(taskId, assigned);
  for (const day of ['2026-03-25', '2026-03-26', '2026-03-31', ...days]) {
    up.clock.to(`${day}T08:00:00.000Z`);
    const { done } = await up.tick();
    // The yellow card: what the unit answers cannot turn red for want of an answer.
    if (done > 0 && day === '2026-04-01') await up.happened(taskId, yellowAnswered);
  }
  expect(await up.cards(taskId)).toEqual(['blue 2026-03-26', 'yellow 2026-04-01', 'red 2026-04-08']);
  expect(await down.cards(taskId)).toEqual(await up.cards(taskId));
});

it.each([
  ['Asia/Shanghai', '2026-03-31T15:59:59.999Z', '2026-03-31T16:00:00.000Z'],
  ['America/New_York', '2026-04-01T03:59:59.999Z', '2026-04-01T04:00:00.000Z'],
  ['Pacific/Apia', '2026-03-31T10:59:59.999Z', '2026-03-31T11:00:00.000Z'],
])('a day begins at midnight in %s', async (zone, before, after) => {
  const ticks = new Ticks(before, undefined, zone);
  await ticks.happened(taskId, assigned);
  await ticks.tick();
  expect(await ticks.cards(taskId)).toEqual(['blue 2026-03-26']);
  ticks.clock.to(after);
  await ticks.tick();
  expect(await ticks.cards(taskId)).toEqual(['blue 2026-03-26', 'yellow 2026-04-01']);
});

it('nothing is skipped or doubled over a night that lasts an hour less or more', async () => {
  // On 8 March and 1 November 2026 New York changes its clocks at two in the morning.
  for (const [deadline, day, nights] of [
    [
      '2026-03-07',
      '2026-03-08',
      ['2026-03-08T04:59:59.999Z', '2026-03-08T05:00:00.000Z', '2026-03-08T07:00:00.000Z'],
    ],
    [
      '2026-10-31',
      '2026-11-01',
      ['2026-11-01T03:59:59.999Z', '2026-11-01T04:00:00.000Z', '2026-11-01T06:30:00.000Z'],
    ],
  ] as const) {
    const ticks = new Ticks(nights[0], undefined, 'America/New_York');
    const from = '2026-03-02' as typeof assigned.data.deadline;
    const returnBy = { ...assigned.data.returnBy, from };
    await ticks.happened(
      taskId,
      having<TaskEvent & { type: 'TaskAssigned' }>(assigned, { deadline: deadline as typeof from, returnBy }),
    );
    const drawn: number[] = [];
    for (const moment of nights) {
      ticks.clock.to(moment);
      drawn.push((await ticks.tick()).done);
    }
    expect(drawn).toEqual([1, 1, 0]);
    expect((await ticks.cards(taskId)).at(-1)).toBe(`yellow ${day}`);
  }
});

it('says when somebody has to look whether a fix lasted, once', async () => {
  const ticks = new Ticks(`${lookBackOn}T08:00:00.000Z`);
  await ticks.happened(taskId, ...toClosing);
  expect(await ticks.tick()).toEqual({ done: 1, failed: 0 });
  expect((await ticks.read(taskId)).at(-1)).toMatchObject({ type: 'LookBackFellDue', data: { leadUnit } });
  expect(await ticks.tick()).toEqual({ done: 0, failed: 0 });
});

it('draws on the same day what was held back, once it is held back no more', async () => {
  const ticks = new Ticks(afterDeadline);
  await ticks.happened(taskId, assigned);
  await ticks.happened(taskId, timeAsked);
  const timer = ticks.timer();
  expect(await ticks.tick(timer)).toEqual({ done: 0, failed: 0 });
  await ticks.happened(taskId, refused);
  expect(await ticks.tick(timer)).toEqual({ done: 2, failed: 0 });
});

it('the failure of one task does not stop the others, and it comes again', async () => {
  const ticks = new Ticks(afterDeadline);
  const ids = [taskOf(1), taskOf(2), taskOf(3)];
  for (const id of ids) await ticks.happened(id, assignedTo(id));
  const append = jest.spyOn(ticks.store, 'append');
  append.mockImplementationOnce(() => Promise.reject(new Error('the disk is full')));
  const timer = ticks.timer();
  expect(await ticks.tick(timer)).toEqual({ done: 4, failed: 1 });
  expect(await ticks.tick(timer)).toEqual({ done: 2, failed: 0 });
  for (const id of ids) expect(await ticks.cards(id)).toHaveLength(2);
});

it('reads no task that cannot be due, and one that has nothing due once a day', async () => {
  const ticks = new Ticks('2026-03-25T08:00:00.000Z');
  await ticks.happened(taskId, assigned);
  const read = jest.spyOn(ticks.store, 'read');
  const tasksRead = (): number => read.mock.calls.filter(([stream]) => stream.startsWith('task-')).length;
  const timer = ticks.timer();
  await ticks.tick(timer);
  expect(tasksRead()).toBe(0);

  // Of a type that the watch may not leave out, as it drew cards a week before, nothing is due today.
  const never = {
    ...DEFAULT_POLICY,
    taskTypes: DEFAULT_POLICY.taskTypes.map((type) => ({ ...type, cards: 'none' as const })),
  };
  const policies = policiesOf(standards);
  jest
    .spyOn(policies, 'eachDay')
    .mockImplementation(() =>
      Promise.resolve((day) => (day < '2026-03-19' ? standards : { ...standards, policy: never })),
    );
  const other = new Ticks(afterDeadline, policies);
  await other.happened(taskId, assigned);
  const readOfOther = jest.spyOn(other.store, 'read');
  const looked = (): number => readOfOther.mock.calls.filter(([stream]) => stream.startsWith('task-')).length;
  const otherTimer = other.timer();
  await other.tick(otherTimer);
  await other.tick(otherTimer);
  expect(looked()).toBe(1);
  other.clock.to('2026-04-02T08:00:00.000Z');
  await other.tick(otherTimer);
  expect(looked()).toBe(2);
});

it('looks again on the same day at a task that has changed', async () => {
  const ticks = new Ticks('2026-03-31T08:00:00.000Z');
  const gone = having<EscalationEvent & { type: 'AppealDecided' }>(appealUpheld, { cardId: blueId });
  await ticks.happened(taskId, assigned, blueDrawn, gone);
  const timer = ticks.timer();
  expect(await ticks.tick(timer)).toEqual({ done: 0, failed: 0 });
  const until = '2026-04-02' as typeof granted.data.until;
  const more = { until, daysInAll: 2 };
  await ticks.happened(
    taskId,
    having<TaskEvent & { type: 'ExtensionRequested' }>(timeAsked, more),
    having<TaskEvent & { type: 'ExtensionGranted' }>(granted, more),
  );
  expect(await ticks.tick(timer)).toEqual({ done: 1, failed: 0 });
});

it('warns of the deadline that more time has set, after it has warned of the one before', async () => {
  const ticks = new Ticks('2026-04-10T08:00:00.000Z');
  await ticks.happened(taskId, assigned, blueDrawn, timeAsked, granted);
  expect(await ticks.tick()).toEqual({ done: 1, failed: 0 });
  expect(await ticks.cards(taskId)).toEqual(['blue 2026-03-26', 'blue 2026-04-10']);
});

it('stops when it is told to, and leaves the rest for the next time', async () => {
  const ticks = new Ticks(afterDeadline);
  for (let n = 0; n < 100; n += 1) await ticks.happened(taskOf(n), assignedTo(taskOf(n)));
  const stopping = new AbortController();
  const append = ticks.store.append.bind(ticks.store);
  jest.spyOn(ticks.store, 'append').mockImplementation((...args) => {
    stopping.abort();
    return append(...args);
  });
  await ticks.watched();
  const { done } = await ticks.timer().tick(stopping.signal);
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(200);
  expect((await ticks.tick()).done).toBe(200 - done);
});

it('tells when it cannot look at all', async () => {
  const ticks = new Ticks(afterDeadline);
  await ticks.happened(taskId, assigned);
  jest.spyOn(ticks.models, 'find').mockImplementationOnce(() => Promise.reject(new Error('no such table')));
  await expect(ticks.tick()).rejects.toThrow('no such table');
  expect(await ticks.tick()).toMatchObject({ done: 2 });
});
