import { expect, it } from '@jest/globals';
import { published } from '@redress/contracts/audit/audited-event.examples';
import { START } from '@redress/contracts/values';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { auditedEvents, kept } from '../record-events/audited-events.js';
import { StatusHandler } from './status.handler.js';

const statusWith = async (held: Readonly<Record<string, readonly number[]>>, service?: string) => {
  const models = new InMemoryReadModels();
  const rows = Object.entries(held).flatMap(([service, positions]) =>
    positions.map((place) => kept(service, published(service, String(place).padStart(4, '0')))),
  );
  await models.apply(auditedEvents, [...rows, ...rows], START, START);
  return (await new StatusHandler(models).status(service === undefined ? {} : { service })).services;
};

it('knows nothing before the first event', async () => {
  expect(await statusWith({})).toEqual([]);
});

it('says of each service how far nothing is missing', async () => {
  expect(await statusWith({ intake: [1, 2, 3], rectification: [1, 2, 4, 5, 7] })).toEqual([
    { service: 'intake', events: 3, last: '0003', wholeUpTo: '0003' },
    { service: 'rectification', events: 5, last: '0007', wholeUpTo: '0002' },
  ]);
});

it('says so when the first event itself is missing', async () => {
  expect(await statusWith({ intake: [2, 3] })).toEqual([
    { service: 'intake', events: 2, last: '0003', wholeUpTo: START },
  ]);
});

it('may be asked of one service, known or not', async () => {
  expect(await statusWith({ intake: [1], rectification: [1, 2] }, 'intake')).toMatchObject([{ events: 1 }]);
  expect(await statusWith({ intake: [1] }, 'directory')).toEqual([
    { service: 'directory', events: 0, last: START, wholeUpTo: START },
  ]);
});
