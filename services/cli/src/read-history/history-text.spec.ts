import { expect, it } from '@jest/globals';
import { caseId, clerk, published } from '@redress/contracts/audit/audited-event.examples';
import type { AuditedEvent } from '@redress/contracts/audit/audited-event';
import type { Recorded } from '@redress/contracts/event';
import type { PersonId } from '@redress/contracts/values';
import { historyText } from './history-text.js';

const entry = (change: Partial<Recorded>): AuditedEvent => ({
  ...published('intake', '1', change),
  caseId,
  service: 'intake',
});
const names = new Map<string, string>([
  [clerk.post, '督查办科员'],
  [clerk.unit, 'Office'],
]);

it('says for people who did what when', () => {
  const entries = [
    entry({ data: { title: '夜宵摊\n噪音', opinionId: caseId, text: 'x'.repeat(61), signed: true } }),
    entry({ type: 'OutcomeTold', actor: { role: 'system' }, data: {} }),
  ];
  expect(historyText({ history: { caseId, entries, complete: true }, names }).split('\n')).toEqual([
    'recorded             happened             who                 what               details',
    `2026-03-20 08:00:01  2026-03-20 08:00:00  督查办科员, Office  opinion submitted  title: 夜宵摊 噪音; text: ${'x'.repeat(60)}…`,
    '2026-03-20 08:00:01  2026-03-20 08:00:00  system              outcome told',
    '',
    '2 events; nothing is missing.',
  ]);
});

it('says so when events are missing, and shows ids that have no name', () => {
  const text = historyText({ history: { caseId, entries: [entry({})], complete: false }, names: new Map() });
  expect(text).toContain(`${clerk.post}, ${clerk.unit}`);
  expect(text).toContain('1 events; some before them have not arrived yet.');
});

it('shows nothing that would steer a terminal', () => {
  const title = 'a\u001b[2J\u0007b\u009b2J\u202ec';
  const entries = [entry({ data: { title } })];
  expect(historyText({ history: { caseId, entries, complete: true }, names })).toContain(
    'title: a [2J b 2J c',
  );
});

it('names both, whoever acts for another and for whom', () => {
  const onBehalfOf = '0190a5c4-1111-7aaa-8aaa-000000000077' as PersonId;
  const known = new Map([...names, [clerk.person, 'Ann'], [onBehalfOf, '王伟']]);
  const entries = [entry({ actor: { ...clerk, onBehalfOf } })];
  expect(historyText({ history: { caseId, entries, complete: true }, names: known })).toContain(
    'Office (Ann for 王伟)',
  );
});
