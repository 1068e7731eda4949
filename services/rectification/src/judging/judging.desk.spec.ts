import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '@redress/contracts/envelope';
import type { DeskListing, ToBeJudged } from '@redress/contracts/rectification/judges';
import {
  auditor,
  inspector,
  lead,
  leadUnit,
  officer,
  operator,
  plumber,
  strangeUnit,
  supportingUnit,
} from '@redress/contracts/rectification/people.examples';
import { accepted, assigned, planned, requested } from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { TaskId, UnitId } from '@redress/contracts/values';
import { ServiceUnavailable } from '@redress/edge/services';
import { rowsAndEvents } from '../desk.examples.js';
import { ledger } from '../ledger/ledger.js';
import { colleague, firstTeam, judgingDesk, type Known, secondTeam } from './judging.examples.js';

const task = (digit: number): TaskId => `0190a5c4-1111-7aaa-8aaa-00000000009${String(digit)}` as TaskId;
const [ours, supported, strange] = [task(1), task(2), task(3)];
const of = (taskId: TaskId, ...events: readonly TaskEvent[]) =>
  events.map((event) => ({ ...event, data: { ...event.data, taskId } }) as TaskEvent) as [TaskEvent];
const ledBy = (unit: UnitId): TaskEvent => ({
  ...assigned,
  data: { ...assigned.data, leadUnit: unit, supportingUnits: [] },
});

let rows: Awaited<ReturnType<typeof rowsAndEvents>>;
beforeAll(async () => {
  rows = await rowsAndEvents(
    ledger,
    of(ours, assigned, accepted, planned, requested),
    of(supported, ledBy(supportingUnit), requested),
    of(strange, ledBy(strangeUnit), requested),
  );
});

const looked = async (query: DeskListing, actor: Actor, known: Known = {}) => {
  const answer = await judgingDesk(rows, '2026-03-24', known).page(ledger, query, actor, {
    where: { status: 'close-out-requested' },
    by: 'assignedAt',
    taskOf: ({ id }) => id,
  });
  return 'rejected' in answer ? answer.rejected : answer.rows;
};
const found = async (query: DeskListing, actor: Actor = officer) => {
  const lines = await looked(query, actor);
  return typeof lines === 'string' ? lines : lines.map(({ id }) => id).toSorted();
};

describe('what waits', () => {
  it.each<[DeskListing, readonly TaskId[]]>([
    [{}, [ours, supported, strange]],
    [{ team: firstTeam }, [ours]],
    [{ team: secondTeam }, [ours, supported]],
    [{ inspector: inspector.person }, [ours]],
    [{ inspector: colleague }, [ours, supported]],
    [{ inspector: colleague, team: firstTeam }, [ours]],
    [{ inspector: officer.person }, []],
    [{ unpaired: 'true' }, [strange]],
    [{ unpaired: 'true', team: firstTeam }, []],
  ])('for %j is what the teams are paired with', async (query, expected) => {
    expect(await found(query)).toEqual(expected);
  });

  it('is not told by team to who does not see everything', async () => {
    expect(await found({ team: firstTeam }, lead)).toBe('not-found');
    expect(await found({}, operator)).toBe('not-found');
    expect(await found({}, lead)).toEqual([ours]);
  });
});

describe('who may go', () => {
  const judges = async (query: DeskListing, actor: Actor, known?: Known): Promise<ToBeJudged['judges']> => {
    const lines = await looked(query, actor, known);
    return typeof lines === 'string' ? undefined : lines.find(({ id }) => id === ours)?.judges;
  };
  const kept = async (known?: Known) =>
    (await judges({ inspector: inspector.person }, officer, known))?.[0]?.keptBy;

  it('is each of the team, the inspector that is named, or whoever looks', async () => {
    const people = async (query: DeskListing, actor: Actor) =>
      (await judges(query, actor))?.map(({ person }) => person);
    expect(await people({ team: firstTeam }, officer)).toEqual([inspector.person, colleague]);
    expect(await people({ inspector: colleague }, officer)).toEqual([colleague]);
    expect(await people({}, inspector)).toEqual([inspector.person]);
    expect(await people({}, auditor)).toEqual([]);
    expect(await people({}, lead)).toBeUndefined();
  });

  it('is told beside the teams of the unit', async () => {
    const lines = await looked({}, inspector);
    expect(typeof lines === 'string' ? lines : lines.map(({ id, teams }) => [id, teams])).toEqual([
      [strange, []],
      [supported, [secondTeam]],
      [ours, [firstTeam, secondTeam]],
    ]);
  });

  it('is nobody of a responsible unit, who answers for the task, or who has to stay out', async () => {
    expect(await kept()).toBeUndefined();
    expect(await kept({ belongings: { [inspector.person]: [supportingUnit] } })).toBe(
      'of-a-responsible-unit',
    );
    expect(await kept({ left: { [inspector.person]: [leadUnit] } })).toBe('is-recused');
    expect(await judges({}, { ...inspector, person: plumber })).toMatchObject([
      { keptBy: 'answers-for-the-task' },
    ]);
    const left = { [inspector.person]: [leadUnit] };
    expect(await judges({}, inspector, { left })).toEqual([
      {
        person: inspector.person,
        keptBy: 'is-recused',
        conflicts: [{ unit: leadUnit, kind: 'belongs', through: leadUnit, from: '2026-03-24' }],
      },
    ]);
  });

  it('is not told while inspection does not say, and then nothing is looked for by team', async () => {
    const silent = { left: 'silent' } as const;
    expect(await looked({}, inspector, silent)).toHaveLength(3);
    expect(await judges({}, inspector, silent)).toBeUndefined();
    await expect(looked({ team: firstTeam }, inspector, silent)).rejects.toThrow(ServiceUnavailable);
  });
});
