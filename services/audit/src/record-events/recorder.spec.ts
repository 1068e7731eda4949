import { expect, it } from '@jest/globals';
import { anotherCase, caseId, clerk, published } from '@redress/contracts/audit/audited-event.examples';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { auditedEvents } from './audited-events.js';
import { Recorder } from './recorder.js';

const submitted = { service: 'intake', event: published('intake', '1') };
const listed = {
  service: 'rectification',
  event: published('rectification', '1', { actor: { role: 'system' }, correlationId: anotherCase }),
};

it('keeps each event once, however often it comes, with the service that published it', async () => {
  const models = new InMemoryReadModels();
  const recorder = new Recorder(models);
  await recorder.keep([submitted]);
  await recorder.keep([submitted, listed, submitted]);
  const { rows } = await models.find(auditedEvents, { where: {}, by: 'service', limit: 10 });
  const { correlationId, ...event } = submitted.event;
  expect(rows).toEqual([
    { ...event, caseId: correlationId, service: 'intake', person: clerk.person },
    expect.objectContaining({ id: listed.event.id, caseId: anotherCase, service: 'rectification' }),
  ]);
  expect(rows[1]).not.toHaveProperty('person');
  expect(rows[0]).toMatchObject({ caseId, happenedAt: submitted.event.happenedAt });
});

it('goes on with the same consumer, and fills new rows and rows with a gap from the first event on', async () => {
  const models = new InMemoryReadModels();
  const recorder = new Recorder(models);
  const first = await recorder.filling();
  expect(first).not.toBe('');
  expect(await recorder.filling()).toBe(first);

  await recorder.keep([submitted]);
  expect(await new Recorder(models).filling()).toBe(first);
  await recorder.keep([{ service: 'intake', event: published('intake', '3') }]);
  const second = await new Recorder(models).filling();
  expect(second).not.toBe(first);

  await recorder.keep([submitted, { service: 'intake', event: published('intake', '2') }]);
  expect(await new Recorder(models).filling()).toBe(second);
  expect(await models.count(auditedEvents, { where: {} })).toBe(3);
});
