import { beforeAll, expect, it } from '@jest/globals';
import type { UnitEvent } from '@redress/contracts/directory/organisation.events';
import {
  day1,
  day2,
  day3,
  dayBefore,
  established,
  moved,
  operator,
  otherUnit,
  topEstablished,
  topUnit,
  unitId,
} from '@redress/contracts/directory/organisation.examples';
import { type Day, type Position, START, type UnitId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { having } from '@redress/eventsourcing/spec';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rowsAfter } from '@redress/read-models/spec';
import { unitList } from './unit-list.js';
import { UnitsUnderHandler } from './units-under.handler.js';

const system = { role: 'system' } as const;
const store = new InMemoryEventStore(new Clock('Asia/Shanghai'));
const models = new InMemoryReadModels();
const handler = new UnitsUnderHandler(store, models);
const section = '0190a5c4-1111-7aaa-8aaa-000000000088' as UnitId;
const below = (unit: UnitId, parent: UnitId, code: string): UnitEvent =>
  having(established, { unitId: unit, code, parent });

beforeAll(async () => {
  const other = below(otherUnit, topUnit, 'U08');
  const sections = below(section, unitId, 'U09');
  const rows = [topEstablished, established, other, sections, moved];
  const changes = rowsAfter(unitList, ...rows).map((row) => ({ put: row }));
  await models.apply(unitList, changes, START, '1' as Position);
});

const under = async (unit: UnitId, on: Day, limit = 10) => {
  const answer = await handler.find({ unit, on, limit }, system);
  return 'units' in answer ? { ...answer, units: answer.units.toSorted() } : answer;
};

it('finds what stood below a unit on a day, however far', async () => {
  const all = [unitId, otherUnit, section].toSorted();
  expect(await under(topUnit, day1)).toEqual({ isThere: true, units: all });
  expect(await under(otherUnit, dayBefore(day2))).toEqual({ isThere: true, units: [] });
  expect(await under(otherUnit, day3)).toEqual({ isThere: true, units: [unitId, section].toSorted() });
});

it('has no more than was asked for, and says of no unit before it was there', async () => {
  expect(await under(topUnit, day1, 2)).toMatchObject({ units: { length: 2 } });
  expect(await under(topUnit, dayBefore(day1))).toEqual({ isThere: false, units: [] });
});

it('tells services and nobody else', async () => {
  expect(await handler.find({ unit: topUnit, on: day1, limit: 1 }, operator)).toEqual({
    rejected: 'not-found',
  });
});
