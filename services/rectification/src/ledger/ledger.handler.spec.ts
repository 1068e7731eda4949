import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '@redress/contracts/envelope';
import type { ReadLedger } from '@redress/contracts/rectification/ledger-queries';
import {
  auditor,
  dayAfterDeadline,
  deadline,
  envelope,
  inspector,
  lead,
  leadUnit,
  officer,
  operator,
  strangeUnit,
  stranger,
  supporter,
  supportingUnit,
} from '@redress/contracts/rectification/people.examples';
import {
  accepted,
  assigned,
  reassigned,
  returned,
  taskId,
} from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Instant, Position, TaskId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { having } from '@redress/eventsourcing/spec';
import { transact } from '@redress/eventsourcing/transact';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rebuild } from '@redress/read-models/project';
import { tasks } from '../task/task.js';
import { ledger } from './ledger.js';
import { LedgerHandler } from './ledger.handler.js';

const theirs = having<TaskEvent & { type: 'TaskAssigned' }>(assigned, {
  taskId: '0190a5c4-1111-7aaa-8aaa-000000000021' as TaskId,
  title: '修缮三号楼楼梯',
  leadUnit: strangeUnit,
  supportingUnits: [supportingUnit],
  deadline: dayAfterDeadline,
  taskType: 'ongoing',
});
const immediate = having<TaskEvent & { type: 'TaskAssigned' }>(assigned, {
  taskId: '0190a5c4-1111-7aaa-8aaa-000000000041' as TaskId,
  title: 'Light in the yard',
  leadUnit: strangeUnit,
  supportingUnits: [],
  taskType: 'immediate',
});
const ids = { ours: taskId, theirs: theirs.data.taskId, immediate: immediate.data.taskId };

const clock = new StoppedClock('2026-04-01T08:00:00.000Z' as Instant);

let models: InMemoryReadModels;
let handler: LedgerHandler;
let position: Position;

beforeEach(async () => {
  const store = new InMemoryEventStore(clock);
  models = new InMemoryReadModels();
  handler = new LedgerHandler(models, clock);
  const streams: readonly (readonly TaskEvent[])[] = [[assigned, accepted], [theirs], [immediate]];
  for (const events of streams)
    await transact(store, tasks, events[0]?.data.taskId ?? '', envelope, () => events);
  position = await rebuild(store, models, ledger, new AbortController().signal);
});

const listed = async (query: ReadLedger, actor: Actor): Promise<readonly TaskId[] | string> => {
  const answer = await handler.readLedger(query, actor);
  return 'rejected' in answer ? answer.rejected : answer.rows.map(({ id }) => id);
};

describe('who asks', () => {
  it.each([officer, inspector, auditor, { ...officer, role: 'leading-group' } as const])(
    'sees every task as $role',
    async (actor) => {
      expect(await listed({}, actor)).toEqual([ids.ours, ids.immediate, ids.theirs]);
      expect(await handler.readTask({ taskId: ids.theirs }, actor)).toMatchObject({ id: ids.theirs });
    },
  );

  it.each([
    ['leads', lead, [ids.ours]],
    ['supports', supporter, [ids.ours, ids.theirs]],
    ['leads elsewhere', stranger, [ids.immediate, ids.theirs]],
  ] as const)('sees for a unit what it %s, in lists, one by one, and in counts', async (_, actor, own) => {
    expect(await listed({}, actor)).toEqual(own);
    for (const id of Object.values(ids)) {
      const isOwn = (own as readonly TaskId[]).includes(id);
      expect(await handler.readTask({ taskId: id }, actor)).toMatchObject(
        isOwn ? { id } : { rejected: 'not-found' },
      );
    }
    expect(await models.count(ledger, { where: { units: { has: actor.unit } } })).toBe(own.length);
  });

  it('sees nothing as operator, as submitter, or for no unit', async () => {
    for (const actor of [operator, { ...lead, role: 'submitter' }, { role: 'unit' }] as const) {
      expect(await listed({}, actor)).toBe('not-found');
      expect(await handler.readTask({ taskId }, actor)).toEqual({ rejected: 'not-found' });
    }
  });

  it('looks at a task that it gave back, which its list has no more', async () => {
    const store = new InMemoryEventStore(clock);
    await transact(store, tasks, taskId, envelope, () => [assigned, returned, reassigned]);
    const later = new InMemoryReadModels();
    await rebuild(store, later, ledger, new AbortController().signal);
    const handed = new LedgerHandler(later, clock);
    expect(await handed.readLedger({}, lead)).toEqual({ rows: [] });
    expect(await handed.readTask({ taskId }, lead)).toMatchObject({ leadUnit: strangeUnit });
    expect(await handed.readLedger({}, stranger)).toMatchObject({ rows: [{ id: taskId }] });
  });

  it('cannot widen what may be seen by a filter', async () => {
    expect(await listed({ leadUnit: strangeUnit }, lead)).toEqual([]);
    expect(await listed({ unit: strangeUnit }, lead)).toEqual([]);
    expect(await listed({ unit: strangeUnit }, supporter)).toEqual([ids.theirs]);
    expect(await listed({ text: '楼梯' }, lead)).toEqual([]);
  });
});

describe('the ledger', () => {
  it.each<[ReadLedger, readonly TaskId[]]>([
    [{ status: 'accepted' }, [ids.ours]],
    [{ leadUnit }, [ids.ours]],
    [{ taskType: 'ongoing' }, [ids.theirs]],
    [{ deadlineFrom: dayAfterDeadline }, [ids.theirs]],
    [{ deadlineTo: deadline }, [ids.ours, ids.immediate]],
    [{ deadlineFrom: deadline, deadlineTo: deadline, taskType: 'immediate' }, [ids.immediate]],
    [{ text: '楼梯' }, [ids.theirs]],
    [{ text: 'wash house' }, [ids.ours]],
    [{ order: 'desc' }, [ids.theirs, ids.immediate, ids.ours]],
    [{ sort: 'assignedAt', order: 'asc' }, [ids.ours, ids.theirs, ids.immediate]],
  ])('finds by %j', async (query, found) => {
    expect(await listed(query, officer)).toEqual(found);
  });

  it('comes in pages', async () => {
    const first = await handler.readLedger({ limit: 2 }, officer);
    const cursor = 'next' in first ? first.next : undefined;
    expect(cursor).toBeDefined();
    expect(await listed({ limit: 2, ...(cursor && { cursor }) }, officer)).toEqual([ids.theirs]);
  });

  it('answers once it is as far as was asked for', async () => {
    expect(await handler.readTask({ taskId, atLeast: position }, officer)).toMatchObject({
      status: 'accepted',
      revision: 1,
    });
  });

  it('does not know a task that was never assigned', async () => {
    const unknown = '0190a5c4-1111-7aaa-8aaa-000000000099' as TaskId;
    expect(await handler.readTask({ taskId: unknown }, officer)).toEqual({ rejected: 'not-found' });
  });
});
