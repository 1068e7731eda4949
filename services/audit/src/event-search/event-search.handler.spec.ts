import { expect, it } from '@jest/globals';
import type { ListEvents } from '@redress/contracts/audit/audited-event';
import { anotherCase, caseId, clerk, published } from '@redress/contracts/audit/audited-event.examples';
import { type Instant, START } from '@redress/contracts/values';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { InMemoryKeyRing } from '@redress/sealing/in-memory-key-ring';
import { Sealing } from '@redress/sealing/sealing';
import { auditedEvents, kept } from '../record-events/audited-events.js';
import { EventSearchHandler } from './event-search.handler.js';

const noon = '2026-03-20T12:00:00.000Z' as Instant;
const submitted = published('intake', '1');
const acknowledged = published('intake', '2', { type: 'OpinionAcknowledged', revision: 1, recordedAt: noon });
const told = published('intake', '3', {
  actor: { role: 'system' },
  correlationId: anotherCase,
  recordedAt: noon,
});
const listed = published('rectification', '1', { type: 'IssueListed', stream: 'issue-1', recordedAt: noon });

const begin = async (): Promise<EventSearchHandler> => {
  const models = new InMemoryReadModels();
  const rows = [
    ...[submitted, acknowledged, told].map((event) => kept('intake', event)),
    kept('rectification', listed),
  ];
  await models.apply(auditedEvents, rows, START, START);
  return new EventSearchHandler(models, new Sealing([], new InMemoryKeyRing()));
};

const idsOf = async (query: ListEvents): Promise<readonly string[]> => {
  const answer = await (await begin()).list(query, { role: 'auditor' });
  return 'rows' in answer ? answer.rows.map(({ id }) => id) : [];
};

it.each<[string, ListEvents, readonly { readonly id: string }[]]>([
  ['all', {}, [submitted, acknowledged, told, listed]],
  ['one service', { service: 'rectification' }, [listed]],
  ['one type', { type: 'OpinionAcknowledged' }, [acknowledged]],
  ['one person', { person: clerk.person, service: 'intake' }, [submitted, acknowledged]],
  ['one case', { caseId, service: 'intake' }, [submitted, acknowledged]],
  ['from a moment on', { from: noon }, [acknowledged, told, listed]],
  ['up to a moment', { to: submitted.recordedAt }, [submitted]],
])('finds %s', async (_, query, events) => {
  expect(await idsOf(query)).toEqual(events.map(({ id }) => id));
});

it('answers a page at a time', async () => {
  const handler = await begin();
  const first = await handler.list({ limit: 3 }, { role: 'auditor' });
  if (!('rows' in first) || first.next === undefined) throw new Error('there must be a second page');
  const second = await handler.list({ limit: 3, cursor: first.next }, { role: 'auditor' });
  expect(second).toMatchObject({ rows: [{ id: listed.id }] });
  expect(second).not.toHaveProperty('next');
});

it('answers the last recorded first when asked to', async () => {
  expect(await idsOf({ service: 'intake', order: 'desc' })).toEqual(
    [told, acknowledged, submitted].map(({ id }) => id),
  );
});

it('is for the auditor alone', async () => {
  const handler = await begin();
  expect(await handler.list({}, { role: 'office' })).toEqual({ rejected: 'not-found' });
  expect(await handler.list({}, { role: 'operator' })).toEqual({ rejected: 'not-found' });
});
