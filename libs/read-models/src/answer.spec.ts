import { expect, it } from '@jest/globals';
import { Clock } from '@redress/eventsourcing/clock';
import { counted } from '@redress/eventsourcing/counted.examples';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { START } from '@redress/contracts/values';
import { answeredNow } from './answer.js';
import { desk } from './desk.examples.js';
import { InMemoryReadModels } from './in-memory-read-models.js';

it('is answered by what was appended before it was asked, once the model knows of that', async () => {
  const store = new InMemoryEventStore(new Clock('Asia/Shanghai'));
  const models = new InMemoryReadModels();
  await store.append('line-1', [counted(1)], -1);
  let found = false;
  const answer = answeredNow(store, models, [desk], () => {
    found = true;
    return models.get(desk, '1').then((row) => row && { title: row.title });
  });
  expect(await models.reached(desk, await store.last(), 0)).toBe(false);
  expect(found).toBe(false);
  await models.apply(desk, [{ put: { id: '1', title: 'now' } }], START, await store.last());
  expect(await answer).toEqual({ title: 'now' });
});

it('asks to come again when one of the models stands still, and finds nothing in it', async () => {
  const store = new InMemoryEventStore(new Clock('Asia/Shanghai'));
  await store.append('line-1', [counted(1)], -1);
  const answer = answeredNow(store, new InMemoryReadModels(), [desk], () => {
    throw new Error('asked a model that is behind');
  });
  expect(await answer).toEqual({ rejected: 'not-yet' });
});

it('has nothing to wait for in an empty store, where nothing is found', async () => {
  const store = new InMemoryEventStore(new Clock('Asia/Shanghai'));
  const answer = answeredNow(store, new InMemoryReadModels(), [desk], () => Promise.resolve(undefined));
  expect(await answer).toEqual({ rejected: 'not-found' });
});
