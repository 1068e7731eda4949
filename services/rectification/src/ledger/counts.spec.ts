import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '@redress/contracts/envelope';
import type {
  DueTasks,
  LedgerFacets,
  ReadDueTasks,
  ReadLedgerFacets,
} from '@redress/contracts/rectification/ledger-queries';
import {
  deadline,
  lead,
  leadUnit,
  officer,
  operator,
  responsible,
  strangeUnit,
  stranger,
  supportingUnit,
} from '@redress/contracts/rectification/people.examples';
import { leak, monday, steps, sunday, threeTasks } from './listed.examples.js';
import type { LedgerHandler } from './ledger.handler.js';

let handler: LedgerHandler;
beforeEach(async () => {
  handler = await threeTasks();
});

const counted = async (query: ReadLedgerFacets, actor: Actor = officer): Promise<LedgerFacets> =>
  (await handler.readFacets(query, actor)) as LedgerFacets;
const due = async (query: ReadDueTasks, actor: Actor = officer): Promise<DueTasks> =>
  (await handler.readDue(query, actor)) as DueTasks;

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
