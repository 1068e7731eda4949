import { beforeAll, expect, it } from '@jest/globals';
import {
  dissolved,
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
  successorId,
  taken,
  topEstablished,
  topUnit,
  unitId,
} from '@redress/contracts/directory/organisation.examples';
import { now } from '@redress/contracts/directory/token.examples';
import { type Position, START } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rowsAfter } from '@redress/read-models/spec';
import { peopleList } from '../post-list/people.js';
import { postList } from '../post-list/post-list.js';
import { unitList } from '../unit-list/unit-list.js';
import { NamesHandler } from './names.handler.js';

const models = new InMemoryReadModels();
const handler = new NamesHandler(models, new StoppedClock(now));
const asked = { units: [unitId, topUnit, otherUnit], people: [personId, successorId] };
const units = { [unitId]: renamed.data.name, [topUnit]: topEstablished.data.name };
const successor = {
  type: 'PersonRegistered',
  data: { ...registered.data, personId: successorId, name: '李娜' },
};

beforeAll(async () => {
  const end = '1' as Position;
  const put = <Row>(rows: readonly Row[]) => rows.map((row) => ({ put: row }));
  const tree = rowsAfter(unitList, established, renamed, dissolved, topEstablished);
  await models.apply(unitList, put(tree), START, end);
  await models.apply(postList, put(rowsAfter(postList, postEstablished, taken, left)), START, end);
  const people = rowsAfter(peopleList, registered, successor as typeof registered);
  await models.apply(peopleList, put(people), START, end);
});

it('tells those who see everything what units and people are called, also a unit that is no more', async () => {
  expect(await handler.read(asked, officer)).toEqual({
    units,
    people: { [personId]: registered.data.name, [successorId]: '李娜' },
  });
  expect(await handler.read({ units: [], people: [] }, officer)).toEqual({ units: {}, people: {} });
});

it('tells a unit the names of those who hold or held its own posts, and no others', async () => {
  expect(await handler.read(asked, head)).toEqual({ units, people: { [personId]: registered.data.name } });
  expect(await handler.read(asked, { ...head, unit: otherUnit })).toEqual({ units, people: {} });
});

it.each([operator, { role: 'submitter' }, { role: 'unit' }] as const)(
  'tells $role what units are called, and nobody by name',
  async (actor) => {
    expect(await handler.read(asked, actor)).toEqual({ units, people: {} });
  },
);
