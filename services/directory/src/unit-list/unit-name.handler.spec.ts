import { beforeAll, expect, it } from '@jest/globals';
import {
  day1,
  day2,
  day3,
  dayBefore,
  dissolved,
  established,
  operator,
  otherUnit,
  renamed,
  unitId,
} from '@redress/contracts/directory/organisation.examples';
import { type Position, START } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rowsAfter } from '@redress/read-models/spec';
import { unitList } from './unit-list.js';
import { UnitNameHandler } from './unit-name.handler.js';

const store = new InMemoryEventStore(new Clock('Asia/Shanghai'));
const models = new InMemoryReadModels();
const handler = new UnitNameHandler(store, models);
const system = { role: 'system' } as const;

beforeAll(async () => {
  const rows = rowsAfter(unitList, established, renamed, dissolved).map((row) => ({ put: row }));
  await models.apply(unitList, rows, START, '1' as Position);
});

it('knows what a unit was called on a day, and after its end what it was called last', async () => {
  expect(await handler.find({ unit: unitId, on: day1 }, system)).toEqual({ name: 'Logistics' });
  expect(await handler.find({ unit: unitId, on: day2 }, system)).toEqual({ name: 'Logistics and Services' });
  expect(await handler.find({ unit: unitId, on: day3 }, system)).toEqual({ name: 'Logistics and Services' });
});

it('knows none of a unit before it was there, or that never was', async () => {
  const none = { rejected: 'not-found' };
  expect(await handler.find({ unit: unitId, on: dayBefore(day1) }, system)).toEqual(none);
  expect(await handler.find({ unit: otherUnit, on: day1 }, system)).toEqual(none);
});

it('tells services and nobody else', async () => {
  expect(await handler.find({ unit: unitId, on: day1 }, operator)).toEqual({ rejected: 'not-found' });
});
