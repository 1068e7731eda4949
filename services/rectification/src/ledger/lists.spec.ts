import { randomUUIDv7 } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '@redress/contracts/envelope';
import type {
  DueTasks,
  LedgerFacets,
  ReadDueTasks,
  ReadLedger,
  ReadLedgerFacets,
} from '@redress/contracts/rectification/ledger-queries';
import { yellowDrawn } from '@redress/contracts/rectification/escalation.examples';
import {
  deadline,
  envelope,
  lead,
  leadUnit,
  officer,
  operator,
  plumber,
  responsible,
  strangeUnit,
  stranger,
  supporter,
  supportingUnit,
} from '@redress/contracts/rectification/people.examples';
import {
  about,
  accepted,
  assigned,
  closed,
  otherIssueId,
  planned,
  taskId,
} from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day, Instant, IssueId, MessageId, TaskId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { having } from '@redress/eventsourcing/spec';
import { transact } from '@redress/eventsourcing/transact';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rebuild } from '@redress/read-models/project';
import { tasks } from '../task/task.js';
import { ledger } from './ledger.js';
import { LedgerHandler } from './ledger.handler.js';

type Assigned = TaskEvent & { type: 'TaskAssigned' };

// A Wednesday: the deadline was on Tuesday of the same week.
const clock = new StoppedClock('2026-04-01T08:00:00.000Z' as Instant);
const sunday = '2026-04-05' as Day;
const monday = '2026-04-06' as Day;

const stairs = having<Assigned>(assigned, {
  taskId: '0190a5c4-1111-7aaa-8aaa-000000000021' as TaskId,
  issues: [otherIssueId],
  leadUnit: strangeUnit,
  supportingUnits: [supportingUnit],
  deadline: sunday,
  about: { problem: '三号楼的楼梯坏了。', topics: ['safety', 'housing'], severity: 'serious', channels: [] },
});
const yard = having<Assigned>(assigned, {
  taskId: '0190a5c4-1111-7aaa-8aaa-000000000041' as TaskId,
  issues: ['0190a5c4-1111-7aaa-8aaa-000000000042' as IssueId],
  leadUnit: strangeUnit,
  supportingUnits: [],
  deadline: monday,
  taskType: 'immediate',
  about: { ...about, topics: ['yard'], severity: 'minor' },
});
const done = having(closed, { taskId: yard.data.taskId, issues: yard.data.issues });
const [leak, steps, light] = [taskId, stairs.data.taskId, yard.data.taskId];

/** Assigned on 20 March, the yard just before the day ends where the organisation is, and closed on 2 April. */
const histories: readonly (readonly [Instant, TaskEvent])[] = [
  ['2026-03-20T08:00:00.000Z' as Instant, assigned],
  ['2026-03-20T08:00:00.000Z' as Instant, accepted],
  ['2026-03-20T08:00:00.000Z' as Instant, planned],
  ['2026-04-01T00:00:00.000Z' as Instant, yellowDrawn],
  ['2026-03-20T16:00:00.000Z' as Instant, stairs],
  ['2026-03-20T15:59:59.999Z' as Instant, yard],
  ['2026-04-01T16:00:00.000Z' as Instant, done],
];

let handler: LedgerHandler;

beforeEach(async () => {
  const store = new InMemoryEventStore(clock);
  const models = new InMemoryReadModels();
  for (const [happenedAt, event] of histories) {
    const causationId = randomUUIDv7() as MessageId;
    await transact(store, tasks, event.data.taskId, { ...envelope, causationId, happenedAt }, () => [event]);
  }
  await rebuild(store, models, ledger, new AbortController().signal);
  handler = new LedgerHandler(models, clock);
});

const found = async (query: ReadLedger, actor: Actor = officer): Promise<readonly TaskId[]> => {
  const answer = await handler.readLedger(query, actor);
  return 'rejected' in answer ? [] : answer.rows.map(({ id }) => id);
};
const counted = async (query: ReadLedgerFacets, actor: Actor = officer): Promise<LedgerFacets> =>
  (await handler.readFacets(query, actor)) as LedgerFacets;
const due = async (query: ReadDueTasks, actor: Actor = officer): Promise<DueTasks> =>
  (await handler.readDue(query, actor)) as DueTasks;

describe('the ledger is asked', () => {
  it.each<[ReadLedger, readonly TaskId[]]>([
    [{ unit: supportingUnit }, [leak, steps]],
    [{ unit: strangeUnit }, [steps, light]],
    [{ supportingUnit, leadUnit: strangeUnit }, [steps]],
    [{ responsible }, [leak]],
    [{ responsible: plumber }, []],
    [{ measureOwner: plumber }, [leak]],
    [{ issue: otherIssueId }, [leak, steps]],
    [{ topic: 'housing' }, [leak, steps]],
    [{ topic: 'housing', severity: 'serious' }, [steps]],
    [{ card: 'yellow' }, [leak]],
    [{ card: 'red' }, []],
    [{ stage: 'open' }, [leak, steps]],
    [{ stage: 'to-accept' }, [steps]],
    [{ stage: 'in-work' }, [leak]],
    [{ stage: 'in-check' }, []],
    [{ stage: 'over' }, [light]],
    [{ stage: 'over', status: 'closed' }, [light]],
    [{ stage: 'over', status: 'planned' }, []],
    [{ stage: 'open', status: 'planned' }, [leak]],
    [{ due: 'overdue' }, [leak]],
    [{ due: 'this-week' }, [leak, steps]],
    [{ due: 'this-week', deadlineFrom: sunday }, [steps]],
    [{ due: 'overdue', deadlineTo: '2026-03-30' as Day }, []],
    [{ due: 'this-week', status: 'closed' }, []],
    [{ assignedFrom: '2026-03-21' as Day }, [steps]],
    [{ assignedTo: '2026-03-20' as Day }, [leak, light]],
    [{ closedFrom: '2026-04-02' as Day, closedTo: '2026-04-02' as Day }, [light]],
    [{ closedTo: '2026-04-01' as Day }, []],
    [{ text: '楼梯' }, [steps]],
    [{ sort: 'leadUnit', order: 'desc' }, [light, steps, leak]],
    [{ sort: 'responsible', order: 'desc' }, [leak, light, steps]],
  ])('for %j', async (query, ids) => {
    expect(await found(query)).toEqual(ids);
    expect((await counted(withoutOrder(query))).tasks).toBe(ids.length);
  });

  it('for what a unit may see, which no filter widens', async () => {
    for (const query of [{}, { unit: strangeUnit }, { topic: 'housing' }, { stage: 'over' }] as const) {
      const ids = await found(query, lead);
      expect(ids.filter((id) => id !== leak)).toEqual([]);
      expect((await counted(query, lead)).tasks).toBe(ids.length);
    }
    expect(await found({ unit: leadUnit }, supporter)).toEqual([leak]);
  });
});

const withoutOrder = ({ sort: _sort, order: _order, ...query }: ReadLedger): ReadLedgerFacets => query;

describe('the tasks are counted', () => {
  it('in all, and by each of their values', async () => {
    expect(await counted({})).toEqual({
      tasks: 3,
      overdue: 1,
      dueThisWeek: 2,
      status: [
        { value: 'assigned', tasks: 1 },
        { value: 'closed', tasks: 1 },
        { value: 'planned', tasks: 1 },
      ],
      taskType: [
        { value: 'time-bound', tasks: 2 },
        { value: 'immediate', tasks: 1 },
      ],
      severity: [
        { value: 'minor', tasks: 1 },
        { value: 'ordinary', tasks: 1 },
        { value: 'serious', tasks: 1 },
      ],
      card: [
        { value: null, tasks: 2 },
        { value: 'yellow', tasks: 1 },
      ],
      leadUnit: [
        { value: strangeUnit, tasks: 2 },
        { value: leadUnit, tasks: 1 },
      ],
      responsible: [
        { value: null, tasks: 2 },
        { value: responsible, tasks: 1 },
      ],
      units: [
        { value: supportingUnit, tasks: 2 },
        { value: strangeUnit, tasks: 2 },
        { value: leadUnit, tasks: 1 },
      ],
      topics: [
        { value: 'housing', tasks: 2 },
        { value: 'safety', tasks: 1 },
        { value: 'yard', tasks: 1 },
      ],
      channels: [
        { value: 'hotline', tasks: 2 },
        { value: null, tasks: 1 },
      ],
    });
  });

  it('as far as the asker sees them and a filter leaves them', async () => {
    expect(await counted({ due: 'this-week' })).toMatchObject({ tasks: 2, overdue: 1, dueThisWeek: 2 });
    expect(await counted({ due: 'overdue' })).toMatchObject({ tasks: 1, overdue: 1, dueThisWeek: 1 });
    expect(await counted({}, lead)).toMatchObject({
      tasks: 1,
      overdue: 1,
      leadUnit: [{ value: leadUnit, tasks: 1 }],
    });
    expect(await counted({ stage: 'over' }, stranger)).toMatchObject({
      tasks: 1,
      overdue: 0,
      dueThisWeek: 0,
    });
    expect(await handler.readFacets({}, operator)).toEqual({ rejected: 'not-found' });
  });
});

describe('what is due in a week', () => {
  it('is what is open and has its deadline from Monday to Sunday, this week unless another is named', async () => {
    const week = await due({});
    expect(week).toMatchObject({ from: '2026-03-30', to: sunday, due: 2, overdue: 1 });
    expect(week.rows.map(({ id, deadline: on }) => [id, on])).toEqual([
      [leak, deadline],
      [steps, sunday],
    ]);
    expect(await due({ week: sunday })).toMatchObject({ due: 2 });
    expect(await due({ week: monday })).toEqual({
      from: monday,
      to: '2026-04-12',
      due: 0,
      overdue: 1,
      rows: [],
    });
  });

  it('comes in pages, for a unit, a person, and whoever asks', async () => {
    const first = await due({ limit: 1 });
    expect(first.rows.map(({ id }) => id)).toEqual([leak]);
    const second = await due({ limit: 1, cursor: first.next ?? '' });
    expect(second.rows.map(({ id }) => id)).toEqual([steps]);
    expect(await due({ unit: strangeUnit })).toMatchObject({ due: 1, overdue: 0 });
    expect(await due({ responsible })).toMatchObject({ due: 1, overdue: 1 });
    expect(await due({}, stranger)).toMatchObject({ due: 1, overdue: 0, rows: [{ id: steps }] });
    expect(await handler.readDue({}, operator)).toEqual({ rejected: 'not-found' });
  });
});
