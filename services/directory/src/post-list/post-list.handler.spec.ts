import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  day2,
  dayBefore,
  day1,
  established,
  head,
  left,
  officer,
  operator,
  otherUnit,
  personId,
  postEstablished,
  registered,
  renamed,
  taken,
  topEstablished,
  unitId,
} from '@redress/contracts/directory/organisation.examples';
import { now } from '@redress/contracts/directory/token.examples';
import { START } from '@redress/contracts/values';
import type { Position } from '@redress/contracts/values';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rowsAfter } from '@redress/read-models/spec';
import { UnitListHandler } from '../unit-list/unit-list.handler.js';
import { unitList } from '../unit-list/unit-list.js';
import { peopleList } from './people.js';
import { PostListHandler } from './post-list.handler.js';
import { postList } from './post-list.js';

const models = new InMemoryReadModels();
const clock = new StoppedClock(now);
const end = '1' as Position;

beforeAll(async () => {
  const put = <Row>(rows: readonly Row[]) => rows.map((row) => ({ put: row }));
  await models.apply(unitList, put(rowsAfter(unitList, established, renamed, topEstablished)), START, end);
  await models.apply(postList, put(rowsAfter(postList, postEstablished, taken, left)), START, end);
  await models.apply(peopleList, put(rowsAfter(peopleList, registered)), START, end);
});

describe('posts', () => {
  const handler = new PostListHandler(models, clock, new InMemoryEventStore(clock));

  it('are as they were on a day', async () => {
    expect(await handler.list({ on: day2 }, operator)).toMatchObject({
      rows: [{ code: 'P-07-1', unit: unitId, holders: [{ person: personId, from: day1, until: day2 }] }],
    });
    expect(await handler.list({}, operator)).toMatchObject({ rows: [{ code: 'P-07-1', holders: [] }] });
    expect(await handler.list({ on: dayBefore(day1) }, operator)).toEqual({ rows: [] });
    expect(await handler.list({ unit: otherUnit }, operator)).toEqual({ rows: [] });
  });

  it.each([
    ['the office', officer, '王伟'],
    ['its own unit', head, '王伟'],
    ['another unit', { ...head, unit: otherUnit }, undefined],
    ['the operator', operator, undefined],
    ['a submitter', { role: 'submitter' } as const, undefined],
  ])('show %s who holds them', async (_, actor, name) => {
    const answer = await handler.list({ on: day2 }, actor);
    expect('rows' in answer && answer.rows[0]?.holders[0]?.name).toBe(name);
  });
});

it('units are as they were on a day', async () => {
  const handler = new UnitListHandler(models, clock);
  expect(await handler.list({ on: dayBefore(day2) })).toMatchObject({
    rows: [{ code: 'U01' }, { name: 'Logistics' }],
  });
  expect(await handler.list({ order: 'desc', limit: 1 })).toMatchObject({
    rows: [{ code: 'U07' }],
    next: expect.any(String),
  });
  expect(await handler.list({ text: 'services' })).toMatchObject({ rows: [{ name: renamed.data.name }] });
  expect(await handler.list({ on: dayBefore(day1) })).toEqual({ rows: [] });
});
