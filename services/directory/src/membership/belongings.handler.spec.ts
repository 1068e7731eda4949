import { beforeAll, describe, expect, it } from '@jest/globals';
import type { UnitEvent } from '@redress/contracts/directory/organisation.events';
import {
  day1,
  day2,
  day3,
  dayBefore,
  dissolved,
  established,
  headEstablished,
  left,
  moved,
  operator,
  otherUnit,
  personId,
  postEstablished,
  registered,
  successorId,
  taken,
  today,
  topEstablished,
  topUnit,
  unitId,
} from '@redress/contracts/directory/organisation.examples';
import {
  type Day,
  type PersonId,
  type Position,
  type PostId,
  START,
  type UnitId,
} from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { having } from '@redress/eventsourcing/spec';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rowsAfter } from '@redress/read-models/spec';
import { peopleList } from '../post-list/people.js';
import { postList } from '../post-list/post-list.js';
import { unitList } from '../unit-list/unit-list.js';
import { BelongingsHandler } from './belongings.handler.js';

const store = new InMemoryEventStore(new Clock('Asia/Shanghai'));
const models = new InMemoryReadModels();
const handler = new BelongingsHandler(store, models);
const system = { role: 'system' } as const;
const section = '0190a5c4-1111-7aaa-8aaa-000000000088' as UnitId;
const ringed = '0190a5c4-1111-7aaa-8aaa-000000000089' as UnitId;
const headPost = '0190a5c4-4444-7aaa-8aaa-000000000079' as PostId;
const officeHead = '0190a5c4-4444-7aaa-8aaa-000000000080' as PostId;
const clerkId = '0190a5c4-2222-4aaa-8aaa-000000001009' as PersonId;
const ever = { from: '2000-01-01' as Day, to: '2030-01-01' as Day };

const unit = (unitId: UnitId, parent: UnitId): UnitEvent =>
  having(established, { unitId, code: unitId.slice(-2), parent });

beforeAll(async () => {
  const put = <Row>(rows: readonly Row[]) => rows.map((row) => ({ put: row }));
  // The top, the other under it; the unit under the top, then under the other; the section in it; the ring in itself.
  const units = rowsAfter(
    unitList,
    topEstablished,
    unit(otherUnit, topUnit),
    established,
    moved,
    unit(section, unitId),
    dissolved as UnitEvent,
    unit(ringed, ringed),
  );
  const posts = rowsAfter(
    postList,
    postEstablished,
    taken,
    left,
    having(headEstablished, { postId: headPost, code: 'P-head', unitId: section }),
    having(taken, { postId: headPost, personId: successorId, from: day3 }),
    having(taken, { postId: headPost, from: dayBefore(day2), until: day2 }),
    having(headEstablished, { postId: officeHead, code: 'P-office', role: 'office' }),
    having(taken, { postId: officeHead, personId: clerkId, from: day1 }),
  );
  await models.apply(unitList, put(units), START, '1' as Position);
  await models.apply(postList, put(posts), START, '1' as Position);
  await models.apply(peopleList, put(rowsAfter(peopleList, registered)), START, '1' as Position);
});

const linesOf = async (units: UnitId[], from: Day, to: Day): Promise<unknown> => {
  const answer = await handler.lines({ units, from, to }, system);
  return 'lines' in answer ? answer.lines : answer;
};

describe('where a unit stood', () => {
  const before = { unit: section, above: [unitId, topUnit], from: day1, until: dayBefore(day2) };
  const after = { unit: section, above: [unitId, otherUnit, topUnit], from: day2 };

  it('changes on the day on which anything above it moves', async () => {
    expect(await linesOf([section], ever.from, ever.to)).toEqual([before, after]);
    expect(await linesOf([section], day1, dayBefore(day2))).toEqual([before]);
    expect(await linesOf([section], day2, today)).toEqual([after]);
    expect(await linesOf([section], dayBefore(day2), day2)).toEqual([before, after]);
  });

  it('ends with the unit', async () => {
    expect(await linesOf([unitId], day2, ever.to)).toEqual([
      { unit: unitId, above: [otherUnit, topUnit], from: day2, until: dayBefore(day3) },
    ]);
    expect(await linesOf([unitId], day3, today)).toEqual([]);
  });

  it('is told of several, of none that there is not, and of a ring once', async () => {
    expect(await linesOf([topUnit, ringed], today, today)).toEqual([
      { unit: topUnit, above: [], from: day1 },
      { unit: ringed, above: [], from: day1 },
    ]);
    expect(await linesOf(['0190a5c4-1111-7aaa-8aaa-000000000099' as UnitId], day1, today)).toEqual([]);
  });
});

it('is told of all that are asked about, however long their histories are', async () => {
  // Rows so long that a page has room for few of them.
  const unitOf = (n: number) => `0190a5c4-1112-7aaa-8aaa-${String(n).padStart(12, '0')}` as UnitId;
  const units = Array.from({ length: 20 }, (_, n) => unitOf(n));
  const long = 'x'.repeat(30_000);
  const many = new InMemoryReadModels();
  const rows = units.flatMap((unitId) =>
    rowsAfter(unitList, having(established, { unitId, code: `${unitId.slice(-2)}${long}`, parent: topUnit })),
  );
  await many.apply(unitList, [...rows.map((row) => ({ put: row }))], START, '1' as Position);
  const answer = await new BelongingsHandler(store, many).lines({ units, from: day1, to: today }, system);
  expect('lines' in answer && answer.lines.map(({ unit: one }) => one)).toEqual(units);
});

describe('where a person belonged', () => {
  const ofHead = { unit: section, heads: true } as const;

  it('is each post, as long as it was held and nothing above it moved', async () => {
    expect(await handler.belongings({ person: personId, ...ever }, system)).toEqual({
      isKnown: true,
      belongings: [
        { unit: unitId, above: [topUnit], from: day1, until: dayBefore(day2), heads: false },
        { unit: unitId, above: [otherUnit, topUnit], from: day2, until: day2, heads: false },
        { ...ofHead, above: [unitId, topUnit], from: dayBefore(day2), until: dayBefore(day2) },
        { ...ofHead, above: [unitId, otherUnit, topUnit], from: day2, until: day2 },
      ],
    });
  });

  it('is told of the days that are asked for', async () => {
    const on = async (person: typeof personId, day: Day) => {
      const answer = await handler.belongings({ person, from: day, to: day }, system);
      return 'belongings' in answer ? answer.belongings.map(({ unit, from }) => [unit, from]) : answer;
    };
    expect(await on(personId, dayBefore(day1))).toEqual([]);
    expect(await on(personId, day1)).toEqual([[unitId, day1]]);
    expect(await on(personId, day3)).toEqual([]);
    expect(await on(successorId, dayBefore(day3))).toEqual([]);
    expect(await on(successorId, today)).toEqual([[section, day3]]);
  });

  it('is led by whoever acts for the unit, not by who has another role in it', async () => {
    const answer = await handler.belongings({ person: clerkId, from: day1, to: day1 }, system);
    expect(answer).toMatchObject({ belongings: [{ unit: unitId, heads: false }] });
  });

  it('is nowhere for somebody whom nobody registered', async () => {
    const stranger = '0190a5c4-1111-7aaa-8aaa-000000000098' as typeof personId;
    expect(await handler.belongings({ person: stranger, ...ever }, system)).toEqual({
      isKnown: false,
      belongings: [],
    });
  });
});

it('is told to services and nobody else', async () => {
  const refused = { rejected: 'not-found' };
  expect(await handler.lines({ units: [unitId], ...ever }, operator)).toEqual(refused);
  expect(await handler.belongings({ person: personId, ...ever }, operator)).toEqual(refused);
});
