import { expect, it } from '@jest/globals';
import { operator, personId, successorId } from '@redress/contracts/directory/organisation.examples';
import { shown } from '@redress/contracts/directory/reading.examples';
import { type Position, START } from '@redress/contracts/values';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rowsAfter } from '@redress/read-models/spec';
import { ReadingListHandler } from './reading-list.handler.js';
import { readingList } from './reading-list.js';

const rows = rowsAfter(readingList, shown);
const models = new InMemoryReadModels();
const handler = new ReadingListHandler(models);

it('keeps who was shown what about whom, found by each', async () => {
  await models.apply(
    readingList,
    rows.map((put) => ({ put })),
    START,
    '1' as Position,
  );
  const auditor = { role: 'auditor' } as const;
  const { readingId: id, ...data } = shown.data;
  expect(await handler.list({}, auditor)).toMatchObject({ rows: [{ id, ...data }] });
  expect(await handler.list({ person: personId, route: data.route }, auditor)).toMatchObject({
    rows: [{ id }],
  });
  for (const other of [{ person: successorId }, { reader: successorId }, { route: 'GET /api/units' }])
    expect(await handler.list(other, auditor)).toEqual({ rows: [] });
});

it('is for the auditor alone', async () => {
  for (const actor of [operator, { role: 'office' }, { role: 'leading-group' }] as const)
    expect(await handler.list({}, actor)).toEqual({ rejected: 'not-found' });
});
