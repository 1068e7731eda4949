import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  day1,
  day2,
  day3,
  dayBefore,
  dissolved,
  established,
  headEstablished,
  left,
  operator,
  otherUnit,
  personId,
  postEstablished,
  successorId,
  taken,
  unitId,
} from '@redress/contracts/directory/organisation.examples';
import { type Day, type Position, type PostId, START, type UnitId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { having } from '@redress/eventsourcing/spec';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rowsAfter } from '@redress/read-models/spec';
import { postList } from '../post-list/post-list.js';
import { unitList } from '../unit-list/unit-list.js';
import { MembershipHandler } from './membership.handler.js';

const store = new InMemoryEventStore(new Clock('Asia/Shanghai'));
const models = new InMemoryReadModels();
const handler = new MembershipHandler(store, models);
const system = { role: 'system' } as const;

beforeAll(async () => {
  const put = <Row>(rows: readonly Row[]) => rows.map((row) => ({ put: row }));
  const second = '0190a5c4-4444-7aaa-8aaa-000000000077' as PostId;
  const elsewhere = [
    having(postEstablished, { postId: second, unitId: otherUnit, code: 'P-second' }),
    having(taken, { postId: second, from: day2 }),
  ];
  const third = '0190a5c4-4444-7aaa-8aaa-000000000078' as PostId;
  const officeHead = '0190a5c4-4444-7aaa-8aaa-000000000079' as PostId;
  const heading = [
    having(headEstablished, { postId: third, code: 'P-head' }),
    having(taken, { postId: third, from: day2, until: dayBefore(day3) }),
    having(headEstablished, { postId: officeHead, code: 'P-office', role: 'office' }),
    having(taken, { postId: officeHead, personId: successorId, from: day1 }),
  ];
  const posts = rowsAfter(
    postList,
    postEstablished,
    taken,
    left,
    having(taken, { personId: successorId, from: day3 }),
    ...elsewhere,
    ...heading,
  );
  await models.apply(postList, put(posts), START, '1' as Position);
  await models.apply(unitList, put(rowsAfter(unitList, established, dissolved)), START, '1' as Position);
});

describe('the units of a person', () => {
  it.each([
    ['before the first post', dayBefore(day1), []],
    ['in the first post', day1, [unitId]],
    ['in two posts at once', day2, [unitId, otherUnit]],
    ['after the first post', day3, [otherUnit]],
  ])('are known by the day: %s', async (_, on, units) => {
    expect(await handler.ofPerson({ person: personId, on }, system)).toEqual({ units });
  });

  it('are those of that person alone', async () => {
    expect(await handler.ofPerson({ person: successorId, on: day3 }, system)).toEqual({ units: [unitId] });
  });
});

it('knows who led a unit on a day, in a post that acts for the unit', async () => {
  const led = (unit: UnitId, on: Day) => handler.heads({ unit, on }, system);
  expect(await led(unitId, dayBefore(day2))).toEqual({ people: [] });
  expect(await led(unitId, day2)).toEqual({ people: [personId] });
  expect(await led(unitId, day3)).toEqual({ people: [] });
  expect(await led(otherUnit, day2)).toEqual({ people: [] });
});

it('knows which units there were on a day', async () => {
  const units = [unitId, otherUnit];
  expect(await handler.there({ units, on: day1 }, system)).toEqual({ units: [unitId] });
  expect(await handler.there({ units, on: dayBefore(day1) }, system)).toEqual({ units: [] });
  expect(await handler.there({ units, on: dissolved.data.from }, system)).toEqual({ units: [] });
});

it('tells services and nobody else', async () => {
  expect(await handler.ofPerson({ person: personId, on: day1 }, operator)).toEqual({ rejected: 'not-found' });
  expect(await handler.heads({ unit: unitId, on: day2 }, operator)).toEqual({ rejected: 'not-found' });
  expect(await handler.there({ units: [unitId], on: day1 }, operator)).toEqual({ rejected: 'not-found' });
});
