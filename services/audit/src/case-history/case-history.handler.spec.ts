import { describe, expect, it } from '@jest/globals';
import { anotherCase, caseId, clerk, published } from '@redress/contracts/audit/audited-event.examples';
import { ROLES } from '@redress/contracts/envelope';
import type { Recorded } from '@redress/contracts/event';
import { opinionEvents } from '@redress/contracts/intake/opinion.events';
import { ERASED, UNAVAILABLE } from '@redress/contracts/personal';
import { PAGE_LIMIT } from '@redress/contracts/query';
import { START } from '@redress/contracts/values';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { InMemoryKeyRing } from '@redress/sealing/in-memory-key-ring';
import { Sealing } from '@redress/sealing/sealing';
import { auditedEvents, kept } from '../record-events/audited-events.js';
import { CaseHistoryHandler } from './case-history.handler.js';

const holding = async (...events: readonly Recorded[]): Promise<CaseHistoryHandler> => {
  const models = new InMemoryReadModels();
  const rows = events.map((event) => kept('intake', event));
  await models.apply(auditedEvents, rows, START, START);
  return new CaseHistoryHandler(models, new Sealing([], new InMemoryKeyRing()));
};

it('holds the events of the case, and of no other', async () => {
  const first = published('intake', '1');
  const handler = await holding(first, published('intake', '2', { correlationId: anotherCase }));
  const { correlationId, ...event } = first;
  expect(await handler.find({ caseId }, { role: 'auditor' })).toEqual({
    caseId,
    entries: [{ ...event, caseId: correlationId, service: 'intake', person: clerk.person }],
    complete: true,
  });
});

it('is whole however long it is', async () => {
  const many = Array.from({ length: PAGE_LIMIT + 1 }, (_, revision) =>
    published('intake', String(revision + 1).padStart(4, '0'), { revision }),
  );
  const handler = await holding(...many);
  const found = await handler.find({ caseId }, { role: 'auditor' });
  expect(found).toMatchObject({ complete: true });
  expect('entries' in found && found.entries.map(({ revision }) => revision)).toEqual(
    many.map(({ revision }) => revision),
  );
});

it('is shown to those who answer for the whole, and not found by anybody else', async () => {
  const handler = await holding(published('intake', '1'));
  const answers = ROLES.map(async (role) => [role, await handler.find({ caseId }, { role })] as const);
  const shown = (await Promise.all(answers)).filter(([, answer]) => 'entries' in answer);
  expect(shown.map(([role]) => role)).toEqual(['office', 'inspection', 'leading-group', 'auditor']);
  const hidden = await handler.find({ caseId }, { role: 'operator' });
  expect(hidden).toEqual({ rejected: 'not-found' });
});

it('is not found where nothing was recorded', async () => {
  const handler = await holding();
  expect(await handler.find({ caseId }, { role: 'auditor' })).toEqual({ rejected: 'not-found' });
});

describe('what is sealed', () => {
  const title = '夜宵摊噪音扰民';
  const begin = async () => {
    const keys = new InMemoryKeyRing();
    const sealing = new Sealing([opinionEvents], keys);
    const event = published('intake', '1', { data: { title, submitter: clerk.person } });
    const [sealed = event] = await sealing.seal(event.stream, [event], () => Promise.resolve(event.data));
    const models = new InMemoryReadModels();
    await models.apply(auditedEvents, [kept('intake', { ...event, ...sealed })], START, START);
    expect(JSON.stringify(await models.get(auditedEvents, event.id))).not.toContain(title);
    const handler = new CaseHistoryHandler(models, sealing);
    const asked = async () => {
      const found = await handler.find({ caseId }, { role: 'auditor' });
      return 'entries' in found ? found.entries[0] : undefined;
    };
    return { keys, asked };
  };

  it('is opened for who reads it, with what is personal named', async () => {
    const entry = await (await begin()).asked();
    expect(entry).toMatchObject({ data: { title }, personal: ['title'] });
    expect(entry).not.toHaveProperty('sealed');
  });

  it('says so when it cannot be opened just now, and when it was erased', async () => {
    const { keys, asked } = await begin();
    keys.isAway = true;
    expect(await asked()).toMatchObject({ data: { title: UNAVAILABLE }, personal: ['title'] });
    keys.isAway = false;
    keys.erase(clerk.person);
    expect(await asked()).toMatchObject({ data: { title: ERASED }, personal: ['title'] });
  });
});
