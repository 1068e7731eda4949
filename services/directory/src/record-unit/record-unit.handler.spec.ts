import { expect, it } from '@jest/globals';
import { day2, move, record, unitId } from '@redress/contracts/directory/organisation.examples';
import { envelope, now } from '@redress/contracts/directory/token.examples';
import type { RecordUnit } from '@redress/contracts/directory/units';
import type { MessageId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { load } from '@redress/eventsourcing/load';
import { unitOn, units } from '../unit/unit.js';
import { RecordUnitHandler } from './record-unit.handler.js';

let made = 0;
const because = () => ({ ...envelope, causationId: `cause ${String((made += 1))}` as MessageId });

it('looks all the way up before it moves a unit', async () => {
  const store = new InMemoryEventStore(new StoppedClock(now));
  const handler = new RecordUnitHandler(store);
  const recorded = (command: RecordUnit) => handler.record(command, because());
  const { from, name } = record;
  expect(await recorded(record)).toEqual({ rejected: 'no-such-parent' });
  expect(await recorded({ code: 'U01', name, from })).toMatchObject({ revision: 0 });
  expect(await recorded(record)).toMatchObject({ revision: 0 });
  expect(await recorded({ code: 'U02', name, parent: 'U07', from })).toMatchObject({ revision: 0 });
  expect(await recorded({ code: 'U03', name, parent: 'U02', from })).toMatchObject({ revision: 0 });

  expect(await recorded({ ...move, parent: 'U03' })).toEqual({ rejected: 'its-own-ancestor' });
  expect(await recorded({ code: 'U02', name, parent: 'U01', from: day2 })).toMatchObject({ revision: 1 });
  expect(await recorded({ ...move, parent: 'U03' })).toMatchObject({ revision: 1 });
  expect(unitOn(await load(store, units, unitId), day2)).toMatchObject({ from: day2, name });
});
