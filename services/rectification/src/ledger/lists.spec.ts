import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '@redress/contracts/envelope';
import type {
  LedgerFacets,
  ReadLedger,
  ReadLedgerFacets,
} from '@redress/contracts/rectification/ledger-queries';
import {
  lead,
  leadUnit,
  officer,
  plumber,
  responsible,
  strangeUnit,
  supporter,
  supportingUnit,
} from '@redress/contracts/rectification/people.examples';
import { otherIssueId } from '@redress/contracts/rectification/task.examples';
import type { Day, TaskId } from '@redress/contracts/values';
import { leak, light, steps, sunday, threeTasks } from './listed.examples.js';
import type { LedgerHandler } from './ledger.handler.js';

let handler: LedgerHandler;
beforeEach(async () => {
  handler = await threeTasks();
});

const found = async (query: ReadLedger, actor: Actor = officer): Promise<readonly TaskId[]> => {
  const answer = await handler.readLedger(query, actor);
  return 'rejected' in answer ? [] : answer.rows.map(({ id }) => id);
};
const counted = async (query: ReadLedgerFacets, actor: Actor = officer): Promise<LedgerFacets> =>
  (await handler.readFacets(query, actor)) as LedgerFacets;
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
