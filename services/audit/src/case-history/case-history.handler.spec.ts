import { expect, it } from '@jest/globals';
import { anotherCase, caseId, clerk, published } from '@redress/contracts/audit/audited-event.examples';
import { ROLES } from '@redress/contracts/envelope';
import type { Recorded } from '@redress/contracts/event';
import { PAGE_LIMIT } from '@redress/contracts/query';
import { START } from '@redress/contracts/values';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { auditedEvents, kept } from '../record-events/audited-events.js';
import { CaseHistoryHandler } from './case-history.handler.js';

const holding = async (...events: readonly Recorded[]): Promise<CaseHistoryHandler> => {
  const models = new InMemoryReadModels();
  const rows = events.map((event) => kept('intake', event));
  await models.apply(auditedEvents, rows, START, START);
  return new CaseHistoryHandler(models);
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
