import { expect, it } from '@jest/globals';
import {
  day1,
  day2,
  day3,
  dayBefore,
  dissolved,
  established,
  moved,
  otherUnit,
  renamed,
  topEstablished,
  topUnit,
  unitId,
} from '@redress/contracts/directory/organisation.examples';
import { rowsAfter } from '@redress/read-models/spec';
import { type DatedUnit, NEVER, rowOn, unitList } from './unit-list.js';

const [row] = rowsAfter(unitList, established, renamed, moved) as readonly [DatedUnit];

it('keeps what a unit was called and belonged to, by the day', () => {
  expect(row).toMatchObject({ id: unitId, code: 'U07', name: 'Logistics and Services', until: NEVER });
  expect(rowOn(row, day1)).toMatchObject({ name: 'Logistics', parent: topUnit });
  expect(rowOn(row, dayBefore(day2))).toMatchObject({ name: 'Logistics', parent: topUnit });
  expect(rowOn(row, day2)).toMatchObject({ name: 'Logistics and Services', parent: otherUnit });
  expect(rowOn(row, day3)).toMatchObject({ name: 'Logistics and Services', parent: otherUnit });
});

it('keeps a unit that is under none', () => {
  const [top] = rowsAfter(unitList, topEstablished) as readonly [DatedUnit];
  expect(rowOn(top, day1)).not.toHaveProperty('parent');
  const toTop = { type: 'UnitMoved', data: { unitId, from: day3 } } as const;
  const [freed] = rowsAfter(unitList, established, toTop) as readonly [DatedUnit];
  expect(rowOn(freed, day3)).not.toHaveProperty('parent');
  expect(rowOn(freed, day2)).toMatchObject({ parent: topUnit });
});

it('ends a unit on the day before it was dissolved', () => {
  expect(rowsAfter(unitList, established, dissolved)).toMatchObject([{ from: day1, until: dayBefore(day3) }]);
});
